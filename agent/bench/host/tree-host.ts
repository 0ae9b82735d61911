import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { downloadPackage, downloadPackages, packageBehind, unpackPackages } from '../../test/debian-packages';
import { alternatives, kernelPackage, nodePackages } from './tree-packages';

const cache = path.join(import.meta.dirname, '../../../node_modules/.cache/bench-host');
const stamp = path.join(cache, 'complete');

/** The root directory of a Debian node with a full module tree; /proc and /sys are mounted when it is measured. */
export const treeRoot = path.join(cache, 'root');

/** What the node's kernel shows of itself, in the place of what this machine's does: files below /proc by their names. */
export const kernelFiles = path.join(cache, 'kernel');

/** A tree that was made by other lists, or by another recipe, is made anew. */
const recipe = createHash('sha256')
  .update(readFileSync(import.meta.filename))
  .update(readFileSync(path.join(import.meta.dirname, 'tree-packages.ts')))
  .digest('hex');

/** Why there is no tree, for a person. */
export type NoTree = `${string} failed`;

/** Makes the tree out of Debian's packages, unless it is there: some 200 MB are downloaded, 700 MB unpacked. Needs root. */
export function makeTreeHost(): NoTree | undefined {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === recipe) return undefined;
  rmSync(cache, { recursive: true, force: true });
  makeDirectories();
  for (const [what, step] of steps) if (!step()) return `${what} failed`;
  writeFileSync(stamp, recipe);
  return undefined;
}

const steps: readonly (readonly [what: string, step: () => boolean])[] = [
  ["unpacking the node's packages", () => unpack((archives) => downloadPackages(archives, nodePackages, 'nothing'))],
  ["unpacking the kernel's package", () => unpack(downloadKernel)],
  ['depmod', () => inTree('/usr/sbin/depmod', release())],
  ['enabling the services', () => inTree('/usr/bin/systemctl', 'preset-all')],
  ['disabling networkd', () => inTree('/usr/bin/systemctl', 'disable', 'systemd-networkd.service')],
  ["writing the host's own files", writeOwnFiles],
];

function makeDirectories(): void {
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    mkdirSync(path.join(treeRoot, 'usr', name), { recursive: true });
    symlinkSync(`usr/${name}`, path.join(treeRoot, name));
  }
  for (const name of ['dev', 'proc', 'run', 'sys', 'tmp', 'boot', 'var/lib/kubelet'])
    mkdirSync(path.join(treeRoot, name), { recursive: true });
  mkdirSync(kernelFiles);
}

/** Downloads into a directory of their own, which is gone once they are unpacked. */
function unpack(get: (archives: string) => boolean): boolean {
  const archives = path.join(cache, 'archives');
  const done = get(archives) && unpackPackages(archives, treeRoot);
  rmSync(archives, { recursive: true, force: true });
  return done;
}

function downloadKernel(archives: string): boolean {
  const name = packageBehind(kernelPackage.metapackage, kernelPackage.name);
  return name !== undefined && downloadPackage(archives, name);
}

const release = (): string => readdirSync(path.join(treeRoot, 'usr/lib/modules'))[0] ?? '';

const inTree = (...command: readonly string[]): boolean =>
  spawnSync('chroot', [treeRoot, ...command], { stdio: 'ignore' }).status === 0;

function writeOwnFiles(): boolean {
  writeFileSync(path.join(treeRoot, 'etc/hostname'), 'bench-node\n');
  mkdirSync(path.join(treeRoot, 'etc/alternatives'), { recursive: true });
  for (const [name, program] of Object.entries(alternatives)) {
    symlinkSync(`/${program}`, path.join(treeRoot, 'etc/alternatives', name));
    symlinkSync(`/etc/alternatives/${name}`, path.join(treeRoot, 'usr/sbin', name));
  }
  writeFileSync(path.join(kernelFiles, 'osrelease'), `${release()}\n`);
  const configuration = readFileSync(path.join(treeRoot, 'boot', `config-${release()}`));
  writeFileSync(path.join(kernelFiles, 'config.gz'), gzipSync(configuration));
  return true;
}
