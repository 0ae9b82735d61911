import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import type { FleetWaivers } from '../../fleet/waivers/fleet-waivers';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessPolicyObject } from '../../k8s/models';
import { ConfirmDialog } from '../writing/ConfirmDialog';
import { WriteProblemAlert } from '../writing/WriteProblemAlert';
import { useWaiverWriting } from './useWaiverWriting';

interface EndWaiverProps {
  readonly waivers: FleetWaivers;
  /** The place of the waiver in the policy. */
  readonly index: number;
  /** Nodes that it covers. */
  readonly nodes: number;
  /** False where the user has no right to, which who shows this says; null until that is known. */
  readonly mayEnd: boolean | undefined | null;
}

/** Takes a waiver out of the policy, after a confirmation. The policy is the one that the person saw when asked. */
export const EndWaiver = ({ waivers, index, nodes, mayEnd }: EndWaiverProps) => {
  const { t, number } = useReadinessTranslation();
  const { state, write, isShown } = useWaiverWriting();
  const [asked, setAsked] = useState<ReadinessPolicyObject | null>(null);
  const { policy } = waivers;
  if (policy === undefined || mayEnd === false) return null;
  const confirm = async (seen: ReadinessPolicyObject) => {
    await write({ kind: 'end', policy: seen, index });
    if (isShown()) setAsked(null);
  };
  return (
    <>
      {state.status === 'failed' && <WriteProblemAlert problem={state.problem} dryRun={state.dryRun} />}
      <Button
        variant="secondary"
        size="sm"
        isDanger
        isDisabled={mayEnd === null || state.status === 'writing'}
        onClick={() => {
          setAsked(policy);
        }}
      >
        {t('End the waiver')}
      </Button>
      {asked !== null && (
        <ConfirmDialog
          title={t('End the waiver?')}
          action={t('End the waiver')}
          isDanger
          isWriting={state.status === 'writing'}
          onConfirm={() => void confirm(asked)}
          onClose={() => {
            setAsked(null);
          }}
        >
          <p>
            {nodes > 0 && t('The finding counts again on {{number}} nodes.', { count: nodes, number: number(nodes) })}{' '}
            {t('The waiver is removed from the policy.')}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};
