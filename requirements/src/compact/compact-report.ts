import type { NodeVerdict, Verdict } from '../model/finding';

/** A finding as a compact line carries it: without what was seen. */
export interface CompactFinding {
  /** Id of the requirement, one of this catalogue. */
  readonly requirement: string;
  readonly verdict: Verdict;
  /** One of the requirement's reasons, or of the evaluator's. */
  readonly reason: string;
  /** When a finding that is not met was first seen, in whole seconds since 1970. */
  readonly since?: number;
}

/** The operating system as far as families and short names hang on it; the pretty name has a printer column of its own. */
export interface CompactSystem {
  readonly id: string;
  readonly versionId?: string;
  readonly idLike?: readonly string[];
  readonly variantId?: string;
  readonly rhelVersion?: string;
  readonly openshiftVersion?: string;
}

/** What a list of nodes needs of a NodeReport, beside its other printer columns. */
export interface CompactReport {
  readonly verdict: NodeVerdict;
  /** In catalogue order, one for each requirement of which the report says something. */
  readonly findings: readonly CompactFinding[];
  /** The uid of the Node that the report is about. */
  readonly nodeUID?: string;
  readonly reportIntervalSeconds: number;
  /** The same for reports that were judged by the same profile, whose fields have the same origins. */
  readonly profileMark: string;
  readonly operatingSystem?: CompactSystem;
  /** The processor, as `uname -m` names it. */
  readonly architecture?: string;
}
