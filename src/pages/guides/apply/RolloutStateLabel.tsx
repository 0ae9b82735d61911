import { Label } from '@patternfly/react-core';
import type { RolloutState } from '../../../apply/pool-rollout';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

/** The state of a pool in a word. */
export const RolloutStateLabel = ({ state }: { state: RolloutState }) => {
  const { t } = useReadinessTranslation();
  const isFault = state === 'degraded' || state === 'render-degraded';
  return (
    <Label
      isCompact
      {...(isFault
        ? { status: 'danger' as const }
        : state === 'updated'
          ? { status: 'success' as const }
          : state === 'paused'
            ? { status: 'warning' as const }
            : {})}
    >
      {stateWord(t, state)}
    </Label>
  );
};

function stateWord(t: ReadinessTranslation['t'], state: RolloutState): string {
  switch (state) {
    case 'waiting':
      return t('Waits for the operator');
    case 'render-degraded':
      return t('Cannot be rendered');
    case 'paused':
      return t('Paused');
    case 'updating':
      return t('Updating');
    case 'degraded':
      return t('Degraded');
    case 'updated':
      return t('Updated');
    default:
      return state satisfies never;
  }
}
