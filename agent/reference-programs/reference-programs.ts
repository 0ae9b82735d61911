import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { downloadPackages, librariesBelow, packagesIn, unpackPackages } from '../test/debian-packages';

/** Debian's packages of the programs that really decide; systemd, dbus and the rest are there to complete a small container. */
const packages = ['kmod', 'systemd', 'network-manager', 'dbus', 'iptables', 'ipset', 'iproute2', 'util-linux'] as const;

/** The programs that the suites run, as they are called. */
export const referencePrograms = [
  'modprobe',
  'depmod',
  'systemctl',
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
  'unshare',
  'chroot',
] as const;

export type ReferenceProgram = (typeof referencePrograms)[number];

/** Beside the other things that can be made again; `npm ci` takes it away. */
export const referenceProgramCache = join(import.meta.dirname, '../../node_modules/.cache/reference-programs');
const extracted = join(referenceProgramCache, 'root');
const links = join(referenceProgramCache, 'bin');
const stamp = join(referenceProgramCache, 'complete');

/** Some of kmod's links and those of iptables are absolute, and so lead out of the directory they were extracted to. */
const behindAbsoluteLinks: Readonly<Record<string, string>> = { modprobe: 'kmod', depmod: 'kmod' };

const programDirectories = ['usr/sbin', 'usr/bin', 'sbin', 'bin', 'usr/lib/systemd', 'lib/systemd'];

export const howToGetReferencePrograms =
  'The comparison with reference programs needs kmod, systemd with systemd-networkd, NetworkManager, D-Bus, iptables, ipset and iproute2: on Debian or Ubuntu it downloads what is missing with apt-get (is there a network?), elsewhere install them';

/**
 * Downloads the packages that the machine has not installed, with what they depend on, and unpacks them below
 * node_modules: nothing is installed, no service starts. Returns the programs that are still missing.
 */
export function fetchReferencePrograms(): readonly ReferenceProgram[] {
  if (missingPrograms().length > 0 && existsSync('/usr/bin/apt-get')) download();
  return missingPrograms();
}

const missingPrograms = (): readonly ReferenceProgram[] =>
  referencePrograms.filter((program) => pathOfProgram(program) === undefined);

function download(): void {
  rmSync(referenceProgramCache, { recursive: true, force: true });
  const archives = join(referenceProgramCache, 'archives');
  for (const directory of [extracted, links]) mkdirSync(directory, { recursive: true });
  if (!downloadPackages(archives, packages, 'what-is-installed') || !unpackPackages(archives, extracted)) return;
  for (const program of referencePrograms) {
    const found = programDirectories
      .map((directory) => join(extracted, directory, behindAbsoluteLinks[program] ?? program))
      .find(existsSync);
    if (found !== undefined) symlinkSync(found, join(links, program));
  }
  writeFileSync(stamp, packagesIn(archives).join('\n'));
}

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
  ...(existsSync(stamp) ? [links] : []),
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
