import type { ProfileSource, ProfileSources } from '../src/model/cluster-profile';
import { sourcesOf } from '../src/model/cluster-profile';
import { declareProfile } from '../src/model/declare-profile';
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
  /** Who said every field of the profile; a person when it is left out. */
  readonly source?: ProfileSource;
  readonly facts?: Partial<HostFactValues>;
  /** Facts that could not be observed. */
  readonly without?: readonly HostFactName[];
  readonly verdict: Verdict;
  readonly reason: string;
  readonly observed?: string;
}

/** The origin of every field under which a case is judged. */
export const sourcesOfCase = ({ source = 'declared' }: Pick<RequirementCase, 'source'>): ProfileSources =>
  Object.fromEntries(
    Object.keys(sourcesOf(declareProfile({}, ''))).map((name) => [name, source]),
  ) as unknown as ProfileSources;
