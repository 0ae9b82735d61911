import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import { isAdopted } from '../../../apply/ownership';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { ConfirmDialog } from '../../../components/writing/ConfirmDialog';
import type { DisruptionPolicy } from './policy/useDisruptionPolicy';
import { DisruptionStatement } from './DisruptionStatement';
import type { Application } from './useApplication';
import type { Topology } from './useClusterConfigs';
import type { Rights } from './useRights';
import type { Intent, Writing } from './useWriting';
import { WriteProblemAlert } from '../../../components/writing/WriteProblemAlert';

interface UndoPanelProps {
  readonly application: Application;
  readonly policy: DisruptionPolicy;
  readonly rights: Rights | null;
  readonly writing: Writing;
  readonly topology: Topology;
  readonly isCatchingUp: boolean;
  readonly onWritten: () => void;
}

/** Takes back what a guide made, with a confirmation of its own. */
export const UndoPanel = (props: UndoPanelProps) => {
  const { application, policy, rights, writing, topology, isCatchingUp, onWritten } = props;
  const { t } = useReadinessTranslation();
  const { name, existing, poolObjects } = application;
  const [asked, setAsked] = useState<Intent | null>(null);
  const { state } = writing;
  if (existing === undefined) return null;
  if (rights?.delete === false)
    return <p>{t('Permission to delete MachineConfigs is required to undo it from here.')}</p>;
  if (isAdopted(existing)) {
    return <p>{t('A guide added to an existing MachineConfig. To undo it, edit the MachineConfig by hand.')}</p>;
  }
  const confirm = async (intent: Intent) => {
    const done = await writing.write(intent);
    setAsked(null);
    if (done) onWritten();
  };
  return (
    <>
      {state.status === 'failed' && state.intent.kind === 'delete' && (
        <WriteProblemAlert problem={state.problem} dryRun={state.dryRun} />
      )}
      <div>
        <Button
          variant="secondary"
          isDanger
          isDisabled={rights === null || state.status === 'writing' || isCatchingUp}
          onClick={() => {
            setAsked({ kind: 'delete', object: existing });
          }}
        >
          {t('Undo: delete the MachineConfig')}
        </Button>
      </div>
      {asked !== null && (
        <ConfirmDialog
          title={t('Delete {{name}}?', { name })}
          action={t('Delete and start the rollout')}
          isDanger
          isWriting={state.status === 'writing'}
          onConfirm={() => void confirm(asked)}
          onClose={() => {
            setAsked(null);
          }}
        >
          <p>{t('What the guide fixed comes back on every node that loses it.')}</p>
          <DisruptionStatement pools={poolObjects} topology={topology} actions={policy.undoActions} />
          {policy.canTakeBack !== undefined && (
            <p>{t('The node disruption policy stays until the pools are updated. Then take it back here.')}</p>
          )}
        </ConfirmDialog>
      )}
    </>
  );
};
