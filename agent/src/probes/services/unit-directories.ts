import type { Fact } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { remember } from '../../host/memory/remember';
import type { UnitDirectory, UnitEntry } from '../../programs/systemd/unit-files';
import { readDependencies } from './unit-dependencies';
import { readUnitEntry } from './unit-entry';
import { listUnitDirectoriesIn } from './unit-listings';

/** More names than this can only come from alias links that someone made up. */
const mostNames = 64;

/**
 * What the unit directories say about some units and their aliases. Every directory is listed once.
 * Unavailable when one could not be read, since a unit, mask or link in it would change everything below.
 */
export const readUnitDirectories = (
  host: Host,
  unitNames: readonly string[],
): Promise<Fact<readonly UnitDirectory[]>> =>
  remember(host, `unit files of ${unitNames.join(' ')}`, ({ files }) => directoriesOf(files, unitNames));

async function directoriesOf(files: HostFiles, unitNames: readonly string[]): Promise<Fact<readonly UnitDirectory[]>> {
  const listings = await listUnitDirectoriesIn(files);
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
