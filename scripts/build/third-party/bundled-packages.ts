import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A package of which a bundle contains code. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** Where it is installed; the first place in order when the same version is installed twice. */
  readonly directory: string;
  /** Which of its files are in the bundle, below the directory, with `/` between folders. */
  readonly files: readonly string[];
  /** What its package.json says about its licence and its author, unread. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

export const idOf = ({ name, version }: Pick<BundledPackage, 'name' | 'version'>): string => `${name}@${version}`;

/** By code units: the same order on every machine, whatever its language. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The last node_modules of a path counts, for a package may bring others along. */
const insidePackage = /^(?<directory>(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\/(?<file>.+)$/;

/**
 * The packages that a bundle's source files belong to, in the order of name and version, each once; what is in no
 * package is our own. Paths are absolute, or relative to `root`. Throws when a package has no name or version.
 */
export function bundledPackages(root: string, inputs: Iterable<string>): readonly BundledPackage[] {
  const files = new Map<string, Set<string>>();
  for (const input of inputs) {
    const { directory, file } = insidePackage.exec(input.replaceAll('\\', '/'))?.groups ?? {};
    if (directory === undefined || file === undefined) continue;
    const known = files.get(directory);
    if (known === undefined) files.set(directory, new Set([file]));
    else known.add(file);
  }
  const packages = new Map<string, BundledPackage>();
  for (const [directory, own] of [...files].sort(([a], [b]) => inOrder(a, b))) {
    const found = readPackage(path.resolve(root, directory), own);
    const same = packages.get(idOf(found));
    const all = new Set([...(same?.files ?? []), ...found.files]);
    packages.set(idOf(found), { ...(same ?? found), files: [...all].sort(inOrder) });
  }
  return [...packages.values()].sort((a, b) => inOrder(idOf(a), idOf(b)));
}

function readPackage(directory: string, files: Iterable<string>): BundledPackage {
  const manifest = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, version } = manifest;
  if (typeof name !== 'string' || typeof version !== 'string')
    throw new Error(`${directory}/package.json names no package and version.`);
  return { name, version, directory, files: [...files], manifest };
}
