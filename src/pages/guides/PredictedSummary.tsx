import type { GuideId } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { AffectedRow } from './affected-nodes';
import { predictedNodes } from './predicted-nodes';

interface PredictedSummaryProps {
  readonly guide: GuideId;
  readonly affected: readonly AffectedRow[];
}

/** On how many nodes the change of the guide is predicted to suffice, of those whose reports tell; nothing where none does. */
export const PredictedSummary = ({ guide, affected }: PredictedSummaryProps) => {
  const { t, number } = useReadinessTranslation();
  const { predicted, sufficient } = predictedNodes(affected, guide);
  if (predicted === 0) return null;
  return (
    <p>
      {t('The change is predicted to suffice on {{sufficient}} of {{number}} nodes with a prediction.', {
        count: predicted,
        sufficient: number(sufficient),
        number: number(predicted),
      })}
    </p>
  );
};
