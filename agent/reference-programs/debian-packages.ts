import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is left out of a download: packages that the machine has installed, or none, so that the result is whole. */
export type Beside = 'what-is-installed' | 'nothing';

/** A status file that names no package; apt then takes everything for missing. */
const nothingInstalled = ['-o', 'Dir::State::status=/dev/null'];

/**
 * Downloads Debian packages and what they depend on into a directory; nothing is installed. Returns whether all of
 * them came. A machine that never asked for the lists of packages gets them.
 */
export function downloadPackages(archives: string, packages: readonly string[], beside: Beside): boolean {
  mkdirSync(join(archives, 'partial'), { recursive: true });
  const get = (): boolean =>
    quietly('apt-get', [
      'install',
      '-y',
      '--no-install-recommends',
      '--download-only',
      '-o',
      `Dir::Cache::archives=${archives}`,
      '-o',
      'APT::Sandbox::User=root',
      ...(beside === 'nothing' ? nothingInstalled : []),
      ...packages,
    ]);
  return get() || (quietly('apt-get', ['update']) && get());
}

/** Downloads one package without what it depends on. */
export function downloadPackage(archives: string, name: string): boolean {
  mkdirSync(archives, { recursive: true });
  return quietly('apt-get', ['download', '-o', 'APT::Sandbox::User=root', name], archives);
}

/** The package that a metapackage stands for at present, such as linux-image-6.1.0-56-amd64; undefined when apt knows none. */
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

const quietly = (command: string, parameters: readonly string[], directory?: string): boolean =>
  spawnSync(command, parameters, {
    stdio: 'ignore',
    cwd: directory,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;
