import type { ProfileValues } from '../src/model/profile-values';
import type { Verdict } from '../src/model/finding';
import type { HostFactName, HostFactValues } from '../src/model/host-facts';
import type { RequirementId } from '../src/model/requirement-id';

/** What one requirement says of the stock host with something changed. */
export interface RequirementCase {
  readonly requirement: RequirementId;
  /** What is different from the stock host, for the title of the test. */
  readonly when: string;
  readonly profile?: Partial<ProfileValues>;
  readonly facts?: Partial<HostFactValues>;
  /** Facts that could not be observed. */
  readonly without?: readonly HostFactName[];
  readonly verdict: Verdict;
  readonly reason: string;
  readonly observed?: string;
}
