import type { UnmanagedList } from '@calico-readiness/requirements';
import type { KeyFileGroup } from '../../parsers/network-manager-conf';

/** A configuration file that takes part, with its path on the host. */
export interface PlacedFile {
  readonly path: string;
  readonly groups: readonly KeyFileGroup[];
}

const changes: Readonly<Record<string, UnmanagedList['change']>> = {
  'unmanaged-devices': 'sets',
  'unmanaged-devices+': 'adds',
  'unmanaged-devices-': 'removes',
};

/** Lists of a host that are kept, those that are read last: the last word is theirs. */
const mostLists = 8;

/** What each file does to `unmanaged-devices` in `[keyfile]` (NetworkManager.conf(5)), in merge order. */
export function unmanagedLists(files: readonly PlacedFile[]): readonly UnmanagedList[] {
  const lists = files.flatMap(({ path, groups }) => {
    const ofFile = groups.filter(({ name }) => name === 'keyfile').flatMap(({ values }) => [...values]);
    const found = ofFile.flatMap(([key, list]) => {
      const change = Object.hasOwn(changes, key) ? changes[key] : undefined;
      return change === undefined ? [] : [{ file: path, change, list }];
    });
    const settings = groups.reduce((sum, { values }) => sum + values.size, 0);
    return settings > found.length ? found.map((one) => ({ ...one, holdsMore: true as const })) : found;
  });
  return lists.slice(-mostLists);
}
