import type { GuideId } from '@calico-readiness/requirements';
import type { AffectedRow } from './affected-nodes';

/** For how many affected nodes the change of a guide is predicted to suffice. */
export interface PredictedNodes {
  /** Nodes whose whole report is at hand and says what the change would make of every requirement that the guide is for. */
  readonly predicted: number;
  /** Those of them on which all of these pass then. */
  readonly sufficient: number;
}

export function predictedNodes(affected: readonly AffectedRow[], guide: GuideId): PredictedNodes {
  const nodes = affected.flatMap(({ row: { report }, requirements }) => {
    const predictions = requirements.map((requirement) => report?.findings.get(requirement)?.prediction);
    if (report?.isCompact === true || predictions.some((prediction) => prediction?.guide !== guide)) return [];
    return [
      predictions.every((prediction) => prediction?.verdict === 'Pass' || prediction?.verdict === 'NotApplicable'),
    ];
  });
  return { predicted: nodes.length, sufficient: nodes.filter(Boolean).length };
}
