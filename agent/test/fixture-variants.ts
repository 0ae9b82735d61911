import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CalicoVersion } from '@calico-readiness/requirements';
import type { FixtureHost } from './fixture-hosts';
import { fixtureHosts } from './fixture-hosts';

const variantsDirectory = join(dirname(fileURLToPath(import.meta.url)), '../fixtures/variants');

/** A fixture host with something changed: files that lie over its own, and paths that are gone or moved. */
export interface FixtureVariant {
  readonly name: string;
  /** The host that is changed, a directory of fixtures/hosts. */
  readonly base: string;
  /** Paths below the host's root that the variant does not have, as `etc/systemd/system/x.service`. */
  readonly removed: readonly string[];
  /** Paths below the host's root that have another name in the variant, by the host's: the files of a kernel of another number. */
  readonly moved?: Readonly<Record<string, string>>;
  /** Releases that the host and the variant are judged for; v3.25, the default, where it names none. */
  readonly calicoVersions?: readonly CalicoVersion[];
  /** What its golden file says: which findings differ from the host's, under each profile. */
  readonly goldenFindings: string;
}

/** Every variant below agent/fixtures/variants, by name. `variant.json` names its host and what is gone or moved, `overlay` holds its files. */
export const fixtureVariants: readonly FixtureVariant[] = readdirSync(variantsDirectory, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    ...(JSON.parse(readFileSync(join(variantsDirectory, name, 'variant.json'), 'utf8')) as Pick<
      FixtureVariant,
      'base' | 'removed' | 'moved' | 'calicoVersions'
    >),
    goldenFindings: join(variantsDirectory, name, 'findings.golden.txt'),
  }))
  .sort((left, right) => (left.name < right.name ? -1 : 1));

/** Calls with the variant as a tree of its own, which is gone afterwards, and with its host. */
export async function withVariant<T>(
  variant: Pick<FixtureVariant, 'name' | 'base' | 'removed' | 'moved'>,
  use: (root: string, host: FixtureHost) => Promise<T>,
): Promise<T> {
  const host = fixtureHosts.find(({ name }) => name === variant.base);
  if (host === undefined) throw new Error(`${variant.name} is a variant of ${variant.base}, which is no fixture host`);
  const root = mkdtempSync(join(tmpdir(), 'calico-readiness-variant-'));
  try {
    cpSync(host.root, root, { recursive: true, verbatimSymlinks: true });
    for (const path of variant.removed) remove(join(root, path));
    for (const [from, to] of Object.entries(variant.moved ?? {})) renameSync(join(root, from), join(root, to));
    const overlay = join(variantsDirectory, variant.name, 'overlay');
    if (existsSync(overlay)) layOver(overlay, root);
    return await use(root, host);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Throws when the path is not there: the host has changed, and the variant would no longer say what its name says. */
function remove(path: string): void {
  lstatSync(path);
  rmSync(path, { recursive: true });
}

/** Links of either tree are replaced, never followed. */
function layOver(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      layOver(source, target);
    } else {
      rmSync(target, { force: true });
      cpSync(source, target, { verbatimSymlinks: true });
    }
  }
}
