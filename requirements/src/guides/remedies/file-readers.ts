import type { HostChange } from '../host-change';

/** A unit that reads the files of a directory, and how it is made to read them again without a reboot. */
export interface FileReader {
  /** With a slash at its end. */
  readonly directory: string;
  readonly unit: string;
  /** Has the unit read its files again where it runs; where there is none, the unit is restarted, which ends at once. */
  readonly reload?: string;
}

/** NetworkManager(8) and systemd-networkd(8) reload; systemd-modules-load(8) reads its lists when it is started. */
const fileReaders: readonly FileReader[] = [
  {
    directory: '/etc/NetworkManager/conf.d/',
    unit: 'NetworkManager.service',
    reload: 'systemctl reload NetworkManager.service',
  },
  { directory: '/etc/systemd/network/', unit: 'systemd-networkd.service', reload: 'networkctl reload' },
  { directory: '/etc/modules-load.d/', unit: 'systemd-modules-load.service' },
];

/** Who has to read this file again; undefined for one that is read at boot only. */
export const readerOf = (path: string): FileReader | undefined =>
  fileReaders.find(({ directory }) => path.startsWith(directory));

/** Everyone who has to read something again, each once. */
export const readersOf = ({ files }: HostChange): readonly FileReader[] =>
  fileReaders.filter((reader) => files.some(({ path }) => readerOf(path) === reader));

/** The modules that a change has loaded at boot, by modules-load.d(5): one a line, comments left out. */
export const modulesOf = ({ files }: HostChange): readonly string[] =>
  files
    .filter(({ path }) => path.startsWith('/etc/modules-load.d/'))
    .flatMap(({ content }) => content.split('\n'))
    .filter((line) => /^[a-z0-9][\w-]*$/i.test(line));
