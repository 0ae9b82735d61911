import { useEffect, useRef } from 'react';
import type { DisruptionEntry, Guide, MachineConfigObject } from '@calico-readiness/requirements';
import type { Fleet } from '../../../fleet/build-fleet';
import { useKeepFocus } from '../../../hooks/useKeepFocus';
import { ApplyProposal } from './ApplyProposal';
import { MergeFaults } from './MergeFaults';
import { PhaseStatement } from './PhaseStatement';
import { PolicyTakeBack } from './policy/PolicyTakeBack';
import { ResumePools } from './policy/ResumePools';
import { useDisruptionPolicy } from './policy/useDisruptionPolicy';
import { Rollout } from './Rollout';
import { UndoPanel } from './UndoPanel';
import { useApplication } from './useApplication';
import type { ClusterConfigs } from './useClusterConfigs';
import { useRights } from './useRights';
import { useWriting } from './useWriting';

interface ApplyPanelProps {
  readonly guide: Guide;
  readonly role: string;
  readonly wanted: MachineConfigObject | null;
  readonly policy: readonly DisruptionEntry[] | null;
  readonly fleet: Fleet;
  readonly cluster: ClusterConfigs;
  readonly onWritten: () => void;
}

/** Where the application stands, then what can be done about it. */
export const ApplyPanel = ({ guide, role, wanted, fleet, cluster, onWritten, ...props }: ApplyPanelProps) => {
  const application = useApplication(guide, role, wanted, cluster.configs.items, fleet);
  const policy = useDisruptionPolicy(guide.id, role, props.policy, application, cluster.disruption);
  const rights = useRights();
  const writing = useWriting(application.poolObjects);
  const statement = useRef<HTMLDivElement>(null);
  const { existing, phase, proposal } = application;
  const { state, reset } = writing;
  const seen = existing?.metadata?.resourceVersion;
  // What was written is there once the watch brings another version, or none.
  const isCatchingUp = state.status === 'written' && seen === state.intent.object.metadata?.resourceVersion;
  useEffect(() => {
    if (state.status === 'written' && !isCatchingUp) reset();
  }, [state, isCatchingUp, reset]);
  // Dialogs give the focus back to the button that opened them, which may go away only later.
  const mode = [phase, isCatchingUp, proposal === null, policy.standing?.kind, policy.canTakeBack].join(' ');
  useKeepFocus(mode, '.calico-readiness__apply-statement');
  const written = () => {
    onWritten();
    // The button that was pressed goes away.
    statement.current?.focus();
  };
  return (
    <>
      <div ref={statement} tabIndex={-1} role="status" className="calico-readiness__apply-statement">
        <PhaseStatement application={application} isCatchingUp={isCatchingUp} />
      </div>
      <MergeFaults faults={application.faults} />
      {application.pools.length > 0 && phase !== 'absent' && phase !== 'foreign' && (
        <Rollout application={application} rows={fleet.rows} rights={rights} />
      )}
      <ResumePools rollouts={application.pools} rights={rights} onWritten={written} />
      {proposal !== null && (
        <ApplyProposal
          policy={policy}
          application={application}
          proposal={proposal}
          rights={rights}
          writing={writing}
          topology={cluster.topology}
          isCatchingUp={isCatchingUp}
          onWritten={written}
        />
      )}
      {existing !== undefined && phase !== 'foreign' && (
        <UndoPanel
          policy={policy}
          application={application}
          rights={rights}
          writing={writing}
          topology={cluster.topology}
          isCatchingUp={isCatchingUp}
          onWritten={written}
        />
      )}
      <PolicyTakeBack policy={policy} phase={phase} rights={rights} onWritten={written} />
    </>
  );
};
