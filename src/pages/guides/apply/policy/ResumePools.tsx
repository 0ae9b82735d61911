import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import type { PoolRollout } from '../../../../apply/pool-rollout';
import { ConfirmDialog } from '../../../../components/writing/ConfirmDialog';
import { WriteProblemAlert } from '../../../../components/writing/WriteProblemAlert';
import { patchJson } from '../../../../console/write-json';
import { useReadinessTranslation } from '../../../../hooks/useReadinessTranslation';
import { machineConfigPoolKind, objectUrl } from '../../../../k8s/models';
import type { Rights } from '../useRights';
import { useRequest } from './useRequest';

interface ResumePoolsProps {
  readonly rollouts: readonly PoolRollout[];
  readonly rights: Rights | null;
  readonly onWritten: () => void;
}

/** A button for each paused pool in which something waits, or which right is missing. */
export const ResumePools = ({ rollouts, rights, onWritten }: ResumePoolsProps) => {
  const { t } = useReadinessTranslation();
  const pools = rollouts.filter(({ state }) => state === 'paused').map(({ pool }) => pool);
  if (pools.length === 0) return null;
  if (rights?.resume === false)
    return <p>{t('Permission to patch MachineConfigPools is required to resume a pool from here.')}</p>;
  return (
    <>
      {pools.map((pool) => (
        <ResumePool key={pool} pool={pool} isDisabled={rights === null} onWritten={onWritten} />
      ))}
    </>
  );
};

interface ResumePoolProps {
  readonly pool: string;
  readonly isDisabled: boolean;
  readonly onWritten: () => void;
}

const ResumePool = ({ pool, isDisabled, onWritten }: ResumePoolProps) => {
  const { t } = useReadinessTranslation();
  const { isRunning, failure, send } = useRequest();
  const [isAsked, setAsked] = useState(false);
  const resume = (dryRun: boolean) =>
    patchJson(objectUrl(machineConfigPoolKind, pool), [{ op: 'replace', path: '/spec/paused', value: false }], {
      dryRun,
    });
  const confirm = async () => {
    const done = await send(resume, false);
    setAsked(false);
    if (done) onWritten();
  };
  return (
    <>
      {failure !== null && <WriteProblemAlert problem={failure.problem} dryRun={failure.dryRun} hasFile={false} />}
      <div>
        <Button
          variant="secondary"
          isDisabled={isDisabled || isRunning}
          onClick={() => {
            setAsked(true);
          }}
        >
          {t('Resume updates of pool {{pool}}', { pool })}
        </Button>
      </div>
      {isAsked && (
        <ConfirmDialog
          title={t('Resume updates of pool {{pool}}?', { pool })}
          action={t('Resume updates')}
          isWriting={isRunning}
          onConfirm={() => void confirm()}
          onClose={() => {
            setAsked(false);
          }}
        >
          <p>{t('Everything that waits for this pool is then rolled out, other changes and updates as well.')}</p>
          <p>{t('Its nodes may be drained and rebooted.')}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
