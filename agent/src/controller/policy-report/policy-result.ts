import type { Verdict } from '@calico-readiness/requirements';
import { requirementById } from '@calico-readiness/requirements';

/** The words of both APIs for how a policy ended. */
export const results = ['pass', 'fail', 'warn', 'error', 'skip'] as const;
export type Result = (typeof results)[number];

/** One result, of the fields that openreports.io/v1alpha1 and wgpolicyk8s.io/v1alpha2 both have. */
export interface PolicyResult {
  readonly source: string;
  /** Id of a requirement. */
  readonly policy: string;
  /** Reason of a cause. */
  readonly rule?: string;
  readonly category?: string;
  readonly severity?: 'high' | 'medium' | 'low' | 'info';
  readonly result: Result;
  readonly scored: boolean;
  /** Nodes, the first by name. */
  readonly resources?: readonly { readonly apiVersion: 'v1'; readonly kind: 'Node'; readonly name: string }[];
  readonly message: string;
  readonly properties?: Readonly<Record<string, string>>;
}

/** Who says so. */
export const reportSource = 'calico-readiness';

/** Unknown is an error in their words: the policy could not be evaluated. It is never a pass. */
const resultOf: Readonly<Record<Verdict, Result>> = {
  Pass: 'pass',
  Warn: 'warn',
  Fail: 'fail',
  Unknown: 'error',
  NotApplicable: 'skip',
};

/** A recommendation is not scored, as they have it. */
export function resultOn(
  requirement: string,
  verdict: Verdict,
): Pick<PolicyResult, 'source' | 'policy' | 'category' | 'result' | 'scored'> {
  const chapter = requirementById(requirement)?.chapter;
  return {
    source: reportSource,
    policy: requirement,
    ...(chapter !== undefined && { category: chapter }),
    result: resultOf[verdict],
    scored: verdict !== 'Warn' && verdict !== 'NotApplicable',
  };
}
