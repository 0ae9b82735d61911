import { LabelledAlert } from '../../../components/labelled/LabelledAlert';
import { useState } from 'react';
import type { MachineConfigResource } from '../../../k8s/machine-config';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { ConfirmDialog } from '../../../components/writing/ConfirmDialog';
import { DifferenceView } from './DifferenceView';
import { DisruptionStatement } from './DisruptionStatement';
import { PolicyStep } from './policy/PolicyStep';
import type { DisruptionPolicy } from './policy/useDisruptionPolicy';
import { ProposalActions } from './ProposalActions';
import type { Application } from './useApplication';
import type { Topology } from './useClusterConfigs';
import type { Rights } from './useRights';
import type { Intent, Writing } from './useWriting';

interface ApplyProposalProps {
  readonly application: Application;
  readonly proposal: MachineConfigResource;
  readonly policy: DisruptionPolicy;
  /** Null until they are known. */
  readonly rights: Rights | null;
  readonly writing: Writing;
  readonly topology: Topology;
  readonly isCatchingUp: boolean;
  readonly onWritten: () => void;
}

/** The difference, a dry run of it, and then the button that writes it after a confirmation. */
export const ApplyProposal = (props: ApplyProposalProps) => {
  const { application, proposal, policy, rights, writing, topology, isCatchingUp, onWritten } = props;
  const { t } = useReadinessTranslation();
  const { name, existing, phase, poolObjects } = application;
  const [confirmed, setConfirmed] = useState<Intent | null>(null);
  const { state } = writing;
  const intent: Intent = { kind: existing === undefined ? 'create' : 'update', object: proposal };
  const actionOf = ({ kind }: Intent) =>
    kind === 'create' ? t('Create and start the rollout') : t('Update and start the rollout');
  const confirm = async (asked: Intent) => {
    const done = await writing.write(asked);
    setConfirmed(null);
    if (done) onWritten();
  };
  return (
    <>
      <DifferenceView before={existing} after={proposal} />
      {rights?.[intent.kind === 'create' ? 'create' : 'update'] === false ? (
        <MayNotWrite isNew={existing === undefined} />
      ) : (
        <>
          <PolicyStep policy={policy} rights={rights} />
          <ProposalActions
            intent={intent}
            action={actionOf(intent)}
            writing={writing}
            isDisabled={isCatchingUp || rights === null || policy.isAwaited}
            onAct={setConfirmed}
          />
        </>
      )}
      {confirmed !== null && (
        <ConfirmDialog
          // What was asked stays asked, whatever the cluster has by now: the API then refuses it.
          title={confirmed.kind === 'create' ? t('Create {{name}}?', { name }) : t('Update {{name}}?', { name })}
          action={actionOf(confirmed)}
          isWriting={state.status === 'writing'}
          onConfirm={() => void confirm(confirmed)}
          onClose={() => {
            setConfirmed(null);
          }}
        >
          {phase === 'foreign' && confirmed.kind === 'update' && (
            <p>{t('No guide created the existing MachineConfig. Its other content stays.')}</p>
          )}
          <DisruptionStatement pools={poolObjects} topology={topology} actions={policy.actions} />
        </ConfirmDialog>
      )}
    </>
  );
};

const MayNotWrite = ({ isNew }: { isNew: boolean }) => {
  const { t } = useReadinessTranslation();
  return (
    <LabelledAlert
      variant="info"
      isInline
      component="h3"
      title={
        isNew
          ? t('Permission to create MachineConfigs is required')
          : t('Permission to update MachineConfigs is required')
      }
    >
      {t('Give the file above to a cluster administrator: copy or download it.')}
    </LabelledAlert>
  );
};
