import type { Fact, UnavailableFact } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import type { DependencyDirectory, DependencyLink, UnitDirectory, UnitEntry } from '../../programs/systemd/unit-files';
import { unitSearchPath } from '../../programs/systemd/unit-search-path';
import { largestUnitFile, readUnitEntry } from './unit-entry';
import { leadsToNull } from '../null-link';

/** More names than this can only come from alias links that someone made up. */
const mostNames = 64;

/** A directory of the search path with the names in it. */
export interface UnitListing {
  readonly path: string;
  readonly names: ReadonlySet<string>;
}

/**
 * What the unit directories say about some units and their aliases. Every directory is listed once.
 * Unavailable when one could not be read, since a unit, mask or link in it would change everything below.
 */
export async function readUnitDirectories(
  files: HostFiles,
  unitNames: readonly string[],
): Promise<Fact<readonly UnitDirectory[]>> {
  const listings = await listUnitDirectories(files);
  if (listings.status === 'unavailable') return listings;
  const entries = new Map(listings.value.map(({ path }) => [path, new Map<string, UnitEntry>()]));
  const names = new Set(unitNames);
  for (const name of names) {
    for (const { path, names: listed } of listings.value) {
      if (!listed.has(name)) continue;
      const entry = await readUnitEntry(files, path, name);
      if (entry.status === 'unavailable') return entry;
      if (entry.value === 'no-unit') continue;
      entries.get(path)?.set(name, entry.value);
      for (const other of otherNames(entry.value)) if (names.size < mostNames) names.add(other);
    }
  }
  const directories: UnitDirectory[] = [];
  for (const listing of listings.value) {
    const dependencies = await readDependencies(files, listing, names);
    if (dependencies.status === 'unavailable') return dependencies;
    directories.push({
      path: listing.path,
      entries: entries.get(listing.path) ?? new Map(),
      dependencies: dependencies.value,
    });
  }
  return observed(directories, listings.source);
}

const otherNames = (entry: UnitEntry): readonly string[] =>
  entry.kind === 'alias' ? [entry.of] : entry.kind === 'file' ? entry.file.aliases : [];

/** Where /lib is a link, `lib/systemd/system` is the vendor's directory again. */
async function searchPathOf(files: HostFiles): Promise<readonly string[]> {
  const link = await files.readLink('lib');
  return link.status === 'observed' ? unitSearchPath.filter((path) => !path.startsWith('lib/')) : unitSearchPath;
}

/** Every directory of the search path, highest priority first; unavailable when one could not be read. */
export async function listUnitDirectories(files: HostFiles): Promise<Fact<readonly UnitListing[]>> {
  const paths = await searchPathOf(files);
  const facts = await Promise.all(paths.map((path) => listIfThere(files, path)));
  const failure = facts.find((fact): fact is UnavailableFact => fact.status === 'unavailable');
  if (failure !== undefined) return failure;
  const listings = facts.flatMap((fact, index) =>
    fact.status === 'observed' ? [{ path: paths[index] ?? '', names: new Set(fact.value) }] : [],
  );
  return observed(listings, 'usr/lib/systemd/system');
}

/** A directory that is not there, or no directory, has no names. */
export async function listIfThere(files: HostFiles, path: string): Promise<Fact<readonly string[]>> {
  const names = await files.list(path);
  const nothing = names.status === 'unavailable' && (names.reason === 'not-found' || names.reason === 'malformed');
  return nothing ? observed([], path) : names;
}

/** Names of the directories whose links pull units in (systemd.unit(5)). */
export const dependencyDirectoriesIn = (names: ReadonlySet<string>): readonly string[] =>
  [...names].filter((name) => /\.(?:wants|requires|upholds)$/.test(name));

async function readDependencies(
  files: HostFiles,
  { path, names: listed }: UnitListing,
  units: ReadonlySet<string>,
): Promise<Fact<readonly DependencyDirectory[]>> {
  const directories = dependencyDirectoriesIn(listed);
  const found: DependencyDirectory[] = [];
  for (const name of directories) {
    const names = await listIfThere(files, `${path}/${name}`);
    if (names.status === 'unavailable') return names;
    const links = new Map<string, DependencyLink>();
    for (const unit of names.value.filter((candidate) => units.has(candidate))) {
      const link = await readDependencyLink(files, `${path}/${name}/${unit}`);
      if (link.status === 'unavailable') return link;
      if (link.value !== 'no-link') links.set(unit, link.value);
    }
    if (links.size > 0) found.push({ name, links });
  }
  return observed(found, path);
}

/**
 * Only links count in a dependency directory (systemd.unit(5), the `.wants/` and `.requires/` directories). One that
 * leads to an empty file takes the dependency back as one to /dev/null does, whatever unit the name stands for.
 */
async function readDependencyLink(files: HostFiles, path: string): Promise<Fact<DependencyLink | 'no-link'>> {
  const target = await files.readLink(path);
  if (target.status === 'unavailable') return target.reason === 'unsupported' ? observed('no-link', path) : target;
  if (await leadsToNull(files, path, target.value)) return observed('mask', path);
  const text = await files.readText(path, largestUnitFile);
  return observed(text.status === 'observed' && text.value === '' ? 'mask' : 'pulls-in', path);
}
