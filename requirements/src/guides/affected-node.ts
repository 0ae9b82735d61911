import type { HostFacts } from '../model/host-facts';
import type { ProfileValues } from '../model/profile-values';

/** A node on which the requirements named here are not met and this guide is the remedy. */
export interface AffectedNode {
  readonly name: string;
  readonly facts: HostFacts;
  /** What the node was judged against; it decides which modules a requirement takes. */
  readonly profile: ProfileValues;
  /** Requirement ids; open strings, because another catalogue may have written the report. */
  readonly requirements: readonly string[];
}
