import type { CalicoVersion } from '../../model/profile-choices';

/** In releases before v3.27 devices of fewer kinds (projectcalico/calico felix/config/config_params.go, MTUIfacePattern). */
const kindsByRelease: Readonly<Partial<Record<CalicoVersion, string>>> = { 'v3.25': 'copsx', 'v3.26': 'Pcopsx' };

const ofRelease = (version: CalicoVersion): string =>
  `^((en|wl|ww|sl|ib)[${kindsByRelease[version] ?? 'Pcopsvx'}].*|(eth|wlan|wwan).*)`;

/** What a pattern may be made of to mean the same in Go and here: letters, classes and groups, none of which is repeated. */
const plain = /^(?:[\w^$|.-]|\\[.-]|\[[\w-]+\]|\((?!\?)|\)(?![*+?{])|(?<=[\w.\]])[*+?](?![*+?{]))*$/;
/** More would take long to try on a name. */
const mostRepetitions = 8;

/**
 * Which devices of a host Felix looks at for the size of packets, by the pattern that is set, else by that of the release.
 * Undefined for a pattern that may mean something else to Go than to this program.
 */
export function devicePattern(version: CalicoVersion, set: string | undefined): RegExp | undefined {
  if (set === undefined) return new RegExp(ofRelease(version));
  const repetitions = set.match(/[*+?]/g)?.length ?? 0;
  if (set.length > 200 || repetitions > mostRepetitions || !plain.test(set)) return undefined;
  try {
    return new RegExp(set);
  } catch {
    return undefined;
  }
}
