import { guideOfFinding } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../k8s/read-findings';
import type { ReadPrediction } from '../../k8s/read-prediction';
import { reasonSentence } from '../reason-sentence';

/** What the change of the finding's guide would make of it on this very node; nothing where its report does not say. */
export const PredictedFix = ({ finding }: { readonly finding: ReadFinding }) => {
  const translation = useReadinessTranslation();
  const { prediction, requirement } = finding;
  if (prediction === undefined || prediction.guide !== guideOfFinding(finding)) return null;
  const { verdict, reason } = prediction;
  return <p>{sentence(translation, prediction, reasonSentence(translation, { requirement, verdict, reason }))}</p>;
};

function sentence({ t }: ReadinessTranslation, { verdict, byMachineConfig }: ReadPrediction, reason: string): string {
  if (verdict === 'Pass' || verdict === 'NotApplicable')
    return byMachineConfig
      ? t('Predicted from this node’s files: with the guide’s MachineConfig this passes after the next boot.')
      : t('Predicted from this node’s files: with the guide’s change this passes after the next boot.');
  if (verdict === 'Unknown')
    return byMachineConfig
      ? t('Cannot determine from this node’s files whether the guide’s MachineConfig suffices: {{reason}}.', { reason })
      : t('Cannot determine from this node’s files whether the guide’s change suffices: {{reason}}.', { reason });
  return byMachineConfig
    ? t('The guide’s MachineConfig does not suffice on this node: {{reason}}.', { reason })
    : t('The guide’s change does not suffice on this node: {{reason}}.', { reason });
}
