import type { CalicoVersion } from '../model/profile-choices';
import { calicoVersions } from '../model/profile-choices';
import type { Detection } from './detection';
import { detected, undetected } from './detection';
import type { Parse } from './json-value';
import type { OpenObjects } from './open-objects';
import { readField } from './reading';

/** `v3.27` of `v3.27.2`; also of `3.27.0-0.dev-12-gabc`. */
const asRelease: Parse<string> = (value) => {
  const match = typeof value === 'string' ? /^v?(\d{1,3})\.(\d{1,3})(?![\d])/.exec(value) : null;
  return match === null ? undefined : `v${String(match[1])}.${String(match[2])}`;
};

/**
 * The Calico release that runs: calico-node writes it into ClusterInformation `default` spec.calicoVersion when it starts
 * (projectcalico/calico node/pkg/lifecycle/startup). A release that the catalogue does not know is not detected, since
 * nothing could be judged by it; `from` names it.
 */
export function detectCalicoVersion({ clusterInformation }: OpenObjects): Detection<CalicoVersion> {
  const release = readField(clusterInformation, 'spec.calicoVersion', asRelease);
  if (release.status !== 'set') return undetected(release.from);
  const known = calicoVersions.find((version) => version === release.value);
  return known === undefined
    ? undetected(`${release.from} is ${release.value}, which the catalogue does not know`)
    : detected(known, release.from);
}

/** Whether a release is this one or a later one of Calico 3. */
export const isAtLeast = (version: CalicoVersion, minor: number): boolean =>
  Number(version.slice('v3.'.length)) >= minor;
