import type { UnmanagedList } from '../../model/network-manager';
import type { HostFile } from '../host-change';

const directory = 'etc/NetworkManager/conf.d';

/** The devices that Calico's documentation has NetworkManager leave alone (Calico, Configure NetworkManager). */
const documented: readonly string[] = [
  'interface-name:cali*',
  'interface-name:tunl*',
  'interface-name:vxlan.calico',
  'interface-name:vxlan-v6.calico',
  'interface-name:wireguard.cali',
  'interface-name:wg-v6.cali',
];

/**
 * Names of our file, each sorting behind the one before: NetworkManager reads the files of a directory in the order of
 * their bytes, and `~` is the last character of ASCII that anyone types.
 */
const names = ['calico.conf', 'zz-calico.conf', '~calico.conf', '~~~~calico.conf'] as const;
const lastName = '~~~~calico.conf';

/** What the files of the affected nodes show, as far as our own depends on it. */
export interface OtherFiles {
  /** Paths of all files that take part somewhere, without leading slash. */
  readonly files: readonly string[];
  /** What they do to the list. */
  readonly lists: readonly UnmanagedList[];
}

const contentOf = (operator: '=' | '+='): string =>
  ['[keyfile]', `unmanaged-devices${operator}${documented.join(';')}`, ''].join('\n');

/**
 * The documented file. The group `[keyfile]` matters: on RHCOS the file sdn.conf sorts later and replaces a `[device]` group
 * of the same name.
 */
export const calicoConf = contentOf('=');

/**
 * The file that has NetworkManager leave Calico's devices alone beside these others. Where another one has a list, ours adds
 * to it instead of replacing it; where one that is read later sets the list, ours has a name that is read later still. A
 * file that is not ours is never replaced.
 */
export function networkManagerFile(others: OtherFiles): HostFile {
  const foreign = foreignLists(others.lists);
  const name = names.find((candidate) => isFree(candidate, others) && isReadLast(candidate, foreign)) ?? lastName;
  const isAlone = foreign.length === 0 && name === names[0];
  return { path: `/${directory}/${name}`, content: isAlone ? calicoConf : contentOf('+=') };
}

/** The lists that other files than ours make, in their order. */
export const foreignLists = (lists: readonly UnmanagedList[]): readonly UnmanagedList[] =>
  lists.filter((list) => !isOurs(list));

/** A file of one of our names that lists nothing but what ours does. */
const isOurs = ({ file, list, change, holdsMore }: UnmanagedList): boolean =>
  names.some((name) => file === `${directory}/${name}`) &&
  change !== 'removes' &&
  holdsMore !== true &&
  list.split(/[;,]/).every((item) => item.trim() === '' || documented.includes(item.trim()));

/** Whether no file of the name is there but ours: one in another directory would be hidden by it. */
const isFree = (name: string, { files, lists }: OtherFiles): boolean =>
  files
    .filter((file) => nameOf(file) === name)
    .every((file) => {
      const own = lists.filter((list) => list.file === file);
      return own.length > 0 && own.every(isOurs);
    });

const isReadLast = (name: string, foreign: readonly UnmanagedList[]): boolean =>
  foreign.every(({ file }) => !file.startsWith(`${directory}/`) || nameOf(file) <= name);

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
