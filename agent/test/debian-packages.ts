import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { download } from './download';

/** What is left out of a download: packages that the machine has installed, or none, so that the result is whole. */
export type Beside = 'what-is-installed' | 'nothing';

/** A status file that names no package; apt then takes everything for missing. */
const nothingInstalled = ['-o', 'Dir::State::status=/dev/null'];

/** A mirror that hesitates is asked again; so is one whose answer does not come. */
const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=60', '-o', 'DPkg::Lock::Timeout=120'];

/** Apt's own user may not write here; and who is not root may download, but not lock the machine's packages. */
const here = [
  ...patience,
  '-o',
  'APT::Sandbox::User=root',
  '-o',
  `Debug::NoLocking=${String(process.getuid?.() !== 0)}`,
];

/** A machine that never asked for the lists of packages, or long ago, gets them. */
const askForLists = ['apt-get', 'update', ...patience] as const;

/** Downloads Debian packages and what they depend on into a directory; nothing is installed. Returns whether all came. */
export function downloadPackages(archives: string, packages: readonly string[], beside: Beside): boolean {
  mkdirSync(join(archives, 'partial'), { recursive: true });
  return download({
    what: `Debian's packages ${packages.join(', ')}, and what they depend on`,
    directory: archives,
    command: [
      'apt-get',
      'install',
      '-y',
      '--no-install-recommends',
      '--download-only',
      '-o',
      `Dir::Cache::archives=${archives}`,
      ...here,
      ...(beside === 'nothing' ? nothingInstalled : []),
      ...packages,
    ],
    beforeRetry: askForLists,
  });
}

/** Downloads one package without what it depends on. */
export const downloadPackage = (archives: string, name: string): boolean =>
  download({
    what: `Debian's package ${name}`,
    directory: archives,
    command: ['apt-get', 'download', ...here, name],
    beforeRetry: askForLists,
  });

/** The package that a metapackage stands for currently, such as linux-image-6.1.0-56-amd64; undefined when apt knows none. */
export function packageBehind(metapackage: string, name: RegExp): string | undefined {
  const { stdout } = spawnSync('apt-cache', ['depends', metapackage], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return [...stdout.matchAll(/^ *Depends: (\S+)$/gm)].map((match) => match[1] ?? '').find((found) => name.test(found));
}

/** The packages of a directory, by their file names. */
export const packagesIn = (archives: string): readonly string[] =>
  readdirSync(archives).filter((name) => name.endsWith('.deb'));

/**
 * Unpacks packages into a directory. A directory that is a link there, such as that of a merged /usr, stays one.
 * With patterns (tar's wildcards) only what matches is unpacked.
 */
export function unpackPackages(archives: string, target: string, patterns: readonly string[] = []): boolean {
  mkdirSync(target, { recursive: true });
  const extract =
    'set -o pipefail; deb=$1 target=$2; shift 2; dpkg-deb --fsys-tarfile "$deb" | tar -x --keep-directory-symlink -C "$target" --wildcards "$@"';
  return packagesIn(archives).every((deb) =>
    quietly('bash', ['-c', extract, 'bash', join(archives, deb), target, ...patterns]),
  );
}

/** Directories of shared libraries below a directory that packages were unpacked to. */
export function librariesBelow(directory: string): readonly string[] {
  return ['usr/lib', 'lib'].flatMap((name) => {
    const top = join(directory, name);
    return existsSync(top)
      ? readdirSync(top)
          .filter((library) => library.endsWith('-linux-gnu'))
          .map((library) => join(top, library))
      : [];
  });
}

const quietly = (command: string, parameters: readonly string[]): boolean =>
  spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;
