import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { librariesBelow } from '../test/debian-packages';

/** The programs that the suites run, as they are called. */
export const referencePrograms = [
  'modprobe',
  'depmod',
  'systemctl',
  'systemd-analyze',
  'systemd-networkd',
  'NetworkManager',
  'dbus-daemon',
  'busctl',
  'iptables-nft',
  'iptables-legacy',
  'ip6tables-nft',
  'ip6tables-legacy',
  'ipset',
  'ip',
  'tc',
  'nft',
  'bird',
  'birdc',
  'firewalld',
  'firewall-cmd',
  'unshare',
  'chroot',
  'nginx',
] as const;

export type ReferenceProgram = (typeof referencePrograms)[number];

/** Beside the other things that can be made again; `npm ci` takes it away. */
export const referenceProgramCache = join(import.meta.dirname, '../../node_modules/.cache/reference-programs');
/** Where packages are unpacked, where their programs are linked to, and what says that all of it is there. */
export const extracted = join(referenceProgramCache, 'root');
export const links = join(referenceProgramCache, 'bin');
export const stamp = join(referenceProgramCache, 'complete');

/** Where programs lie below a root directory. */
export const programDirectories = ['usr/sbin', 'usr/bin', 'sbin', 'bin', 'usr/lib/systemd', 'lib/systemd'];

export const howToGetReferencePrograms =
  'The comparison with reference programs needs kmod, systemd with systemd-networkd, NetworkManager, D-Bus, iptables, ipset, iproute2, nftables, BIRD 2, firewalld and nginx: on Debian or Ubuntu it downloads what is missing with apt-get (is there a network?), elsewhere install them';

/** The absolute path of a program: the machine's own, or the unpacked one. */
export function pathOfProgram(program: string): string | undefined {
  return searchPath()
    .map((directory) => join(directory, program))
    .find(existsSync);
}

/** The service manager itself, which lies beside no other program; its own units are in the directory `system` beside it. */
export function pathOfSystemd(): string | undefined {
  const roots = ['/', ...(existsSync(stamp) ? [extracted] : [])];
  return roots
    .flatMap((root) => ['usr/lib', 'lib'].map((directory) => join(root, directory, 'systemd/systemd')))
    .find(existsSync);
}

/** The directory of the unpacked packages, where there was anything to unpack. */
export const unpackedPrograms = (): string | undefined => (existsSync(stamp) ? extracted : undefined);

const searchPath = (): readonly string[] => [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/usr/sbin',
  '/sbin',
  '/usr/lib/systemd',
  '/lib/systemd',
  // Where they lie comes first: a system that a test boots has that directory, and not the one of the links.
  ...(existsSync(stamp) ? [...programDirectories.map((directory) => join(extracted, directory)), links] : []),
];

/** The environment in which unpacked programs find each other and their libraries. */
export function referenceProgramEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env, LC_ALL: 'C', PATH: searchPath().join(delimiter) };
  if (!existsSync(stamp)) return environment;
  const libraries = librariesBelow(extracted);
  const extensions = libraries.map((directory) => join(directory, 'xtables')).find(existsSync);
  return {
    ...environment,
    LD_LIBRARY_PATH: [...libraries, ...libraries.map((directory) => join(directory, 'systemd'))].join(':'),
    ...(extensions !== undefined && { XTABLES_LIBDIR: extensions }),
  };
}

/** What a program printed, and its exit status; null when a signal or the time limit ended it. */
export interface Outcome {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program to its end. Throws when it can't be started. */
export function runReferenceProgram(program: ReferenceProgram, parameters: readonly string[], input = ''): Outcome {
  const path = pathOfProgram(program);
  if (path === undefined) throw new Error(`${program} is missing. ${howToGetReferencePrograms}`);
  const { status, stdout, stderr, error } = spawnSync(path, parameters, {
    input,
    encoding: 'utf8',
    env: referenceProgramEnvironment(),
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { status, output: stdout, errors: stderr };
}
