import type { ClusterObjects, ClusterProfile } from '@calico-readiness/requirements';
import { detectNodeProfile, detectProfile, mergeProfiles } from '@calico-readiness/requirements';
import type { Declaration } from '../foundation/declared-profile';

/**
 * What is declared over what the cluster's objects show, and over both the defaults of the Calico release that comes of
 * it. With the name of a node its own FelixConfiguration (`node.<name>`) counts as well. `correct` may know better what was
 * detected, before the defaults are chosen by it. Pure.
 */
export function effectiveProfile(
  { profile, writtenPorts }: Declaration,
  objects: ClusterObjects,
  nodeName?: string,
  correct: (detected: ClusterProfile) => ClusterProfile = (detected) => detected,
): ClusterProfile {
  const { calicoVersion, dataplane } = profile;
  const declared = {
    ...(calicoVersion.source === 'declared' && { calicoVersion: calicoVersion.value }),
    ...(dataplane.source === 'declared' && { dataplane: dataplane.value }),
  };
  const detected =
    nodeName === undefined ? detectProfile(objects, declared) : detectNodeProfile(objects, nodeName, declared);
  return mergeProfiles(profile, correct(detected), writtenPorts);
}
