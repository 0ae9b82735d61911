import { calicoVersions, usualProfiles } from '@calico-readiness/requirements';
import type { CalicoVersion, ClusterProfile, UsualProfile } from '@calico-readiness/requirements';
import { differences } from '../what-if/what-if-profile';
import type { WhatIfValues } from '../what-if/what-if-profile';

/** A usual profile in one Calico release, as a what-if. */
export interface ProfileCandidate {
  readonly profile: UsualProfile;
  readonly calicoVersion: CalicoVersion;
  /**
   * What of it differs from what most nodes are judged against, so that its what-if says the same; nothing where that is
   * the very profile.
   */
  readonly values: WhatIfValues;
}

/** The usual profiles in one Calico release. */
export interface ReleaseCandidates {
  readonly calicoVersion: CalicoVersion;
  readonly isCurrent: boolean;
  readonly isNewest: boolean;
  readonly candidates: readonly ProfileCandidate[];
  /** Usual profiles that this release does not have. */
  readonly absent: readonly UsualProfile[];
}

/** The usual profiles in the release that most nodes are judged against, and in the newest that the catalogue knows. */
export function releaseCandidates(present: ClusterProfile): readonly ReleaseCandidates[] {
  const current = present.calicoVersion.value;
  const newest = calicoVersions[calicoVersions.length - 1] ?? current;
  return [...new Set([newest, current])].map((calicoVersion) => ({
    calicoVersion,
    isCurrent: calicoVersion === current,
    isNewest: calicoVersion === newest,
    candidates: usualProfiles
      .filter(({ isIn }) => isIn(calicoVersion))
      .map((profile) => {
        return { profile, calicoVersion, values: differences(present, { ...profile.values, calicoVersion }) };
      }),
    absent: usualProfiles.filter(({ isIn }) => !isIn(calicoVersion)),
  }));
}
