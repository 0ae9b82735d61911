import { textOfDataUrl, type HostFacts, type UnmanagedList } from '@calico-readiness/requirements';

const directory = '/etc/NetworkManager/conf.d/';

/** The line of a file of the guide; its content is a data URL, as in the MachineConfig. */
const listIn = (file: string, source: string): readonly UnmanagedList[] => {
  const match = /^unmanaged-devices(\+?)=(.*)$/m.exec(textOfDataUrl(source) ?? '');
  if (match === null) return [];
  return [{ file: file.slice(1), change: match[1] === '+' ? 'adds' : 'sets', list: match[2] ?? '' }];
};

const byName = (one: UnmanagedList, other: UnmanagedList): number => (one.file < other.file ? -1 : 1);

/**
 * Whether NetworkManager leaves Calico's devices alone once these files are on a host with these facts: read in the order of
 * their names, a list that sets replaces those before it (NetworkManager.conf(5)).
 */
export function keepsOff(files: Readonly<Record<string, string>>, { networkManager }: HostFacts): boolean {
  const own = networkManager.status === 'observed' ? (networkManager.value.unmanagedLists ?? []) : [];
  const brought = Object.entries(files).flatMap(([file, source]) =>
    file.startsWith(directory) ? listIn(file, source) : [],
  );
  const kept = own.filter(({ file }) => !brought.some((list) => list.file === file));
  const merged = [...kept, ...brought]
    .sort(byName)
    .reduce<readonly string[]>(
      (items, { change, list }) => [...(change === 'sets' ? [] : items), ...list.split(';')],
      [],
    );
  return merged.includes('interface-name:vxlan.calico');
}
