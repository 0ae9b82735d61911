import { useEffect, useRef } from 'react';
import type { Guide, MachineConfigObject } from '@calico-readiness/requirements';
import type { Fleet } from '../../../fleet/build-fleet';
import { useKeepFocus } from '../../../hooks/useKeepFocus';
import { ApplyProposal } from './ApplyProposal';
import { MergeFaults } from './MergeFaults';
import { PhaseStatement } from './PhaseStatement';
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
  readonly fleet: Fleet;
  readonly cluster: ClusterConfigs;
  readonly onWritten: () => void;
}

/** Where the application stands, then what can be done about it. */
export const ApplyPanel = ({ guide, role, wanted, fleet, cluster, onWritten }: ApplyPanelProps) => {
  const application = useApplication(guide, role, wanted, cluster.configs.items, fleet);
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
  useKeepFocus(`${phase} ${String(isCatchingUp)} ${String(proposal === null)}`, '.calico-readiness__apply-statement');
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
      {proposal !== null && (
        <ApplyProposal
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
          application={application}
          rights={rights}
          writing={writing}
          topology={cluster.topology}
          isCatchingUp={isCatchingUp}
          onWritten={written}
        />
      )}
    </>
  );
};
