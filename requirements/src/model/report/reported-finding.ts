import type { Verdict } from '../finding';

/** What the change of the finding's guide would make of it, as the node's own files show. `reason` and `guide` are open strings here: another catalogue may have written them. */
export interface ReportedPrediction {
  /** Id of the guide whose change was laid over the node's files. @maxLength 63 @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ */
  readonly guide: string;
  /** Whether the node meets the requirement then. Unknown means that its files do not tell. */
  readonly verdict: Verdict;
  /** Why, as one CamelCase word out of the requirement's own. @maxLength 63 @pattern ^[A-Z][A-Za-z0-9]*$ */
  readonly reason: string;
}

/** A finding as the report carries it. `requirement` and `reason` are open strings here: another catalogue may have written them. */
export interface ReportedFinding {
  /** Id of the requirement: the sentence, its reasons and its remedy are in the catalogue. @maxLength 63 @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ */
  readonly requirement: string;
  /** Whether the node meets it. Unknown means missing evidence; it is neither Pass nor Fail. */
  readonly verdict: Verdict;
  /** Why, as one CamelCase word out of the requirement's own. @maxLength 63 @pattern ^[A-Z][A-Za-z0-9]*$ */
  readonly reason: string;
  /** What was seen, short, in the words of the host. Left out where nothing was. @maxLength 256 */
  readonly observed?: string;
  /** When this verdict with this reason was first seen. @format date-time */
  readonly since?: string;
  /**
   * What it is after the next boot once the guide's change is on the node. Left out where it passes, where no guide has a
   * change for it, and by agents that do not predict.
   */
  readonly prediction?: ReportedPrediction;
}

/** What the guides' changes would make of findings, by the ids of their requirements. */
export type ReportedPredictions = ReadonlyMap<string, ReportedPrediction>;
