import type { NodeVerdict, ReportedFinding } from '@calico-readiness/requirements';
import type { FilledNodeReport } from '../publish/node-report';
import type { PrintablePrediction } from './printable-prediction';

/** The predicted NodeReport, and beside it what it is a prediction of. Not for the API, which takes observations only. */
export interface PredictionDocument extends FilledNodeReport {
  readonly prediction: {
    readonly at: 'next boot';
    /** What was laid over the host. */
    readonly with: readonly string[];
    readonly leftOut: readonly { readonly what: string; readonly why: string }[];
    /** The current state. */
    readonly now: {
      readonly verdict: NodeVerdict;
      readonly findings: readonly Pick<ReportedFinding, 'requirement' | 'verdict' | 'reason'>[];
    };
  };
}

/** A prediction as a program reads it. */
export const predictionDocument = ({ change, now, predicted, leftOut }: PrintablePrediction): PredictionDocument => ({
  ...predicted.report,
  prediction: {
    at: 'next boot',
    with: change,
    leftOut,
    now: {
      verdict: now.report.status.verdict,
      findings: now.report.status.findings.map(({ requirement, verdict, reason }) => ({
        requirement,
        verdict,
        reason,
      })),
    },
  },
});
