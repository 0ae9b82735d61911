import type { RequirementId } from './requirement-id';

export const verdicts = ['Pass', 'Warn', 'Fail', 'Unknown', 'NotApplicable'] as const;
export type Verdict = (typeof verdicts)[number];

/** A node's verdict. */
export const nodeVerdicts = ['Ready', 'NotReady', 'Unknown'] as const;
export type NodeVerdict = (typeof nodeVerdicts)[number];

/** What is known of the flows from and to a node; a second line beside its verdict. */
export const connectivityStates = ['Verified', 'NotVerified', 'Broken'] as const;
export type Connectivity = (typeof connectivityStates)[number];

/** Verdict, reason and observed value for one requirement on one node. */
export interface Finding {
  readonly requirement: RequirementId;
  readonly verdict: Verdict;
  /** CamelCase; of the requirement's own closed set, or one of `evaluatorReasons`. */
  readonly reason: string;
  /** What was seen, short, in the words of the host; untrusted; at most 200 characters. Empty when nothing was seen. */
  readonly observed: string;
}

/** How many findings have which verdict. */
export interface Summary {
  /** Requirements that are met. */
  readonly pass: number;
  /** Recommendations that are not met, and what else deserves a look. */
  readonly warn: number;
  /** Requirements that are not met. */
  readonly fail: number;
  /** Requirements that are Unknown. */
  readonly unknown: number;
  /** Requirements that do not apply under the profile. */
  readonly notApplicable: number;
}
