import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import { dropInDirectories, dropInsOfAllServices, templateOf } from '../../programs/systemd/drop-in-directories';
import { leadsToNull, pathOfLink } from '../null-link';
import type { UnitListing } from './unit-listings';
import { listIfThere } from './unit-listings';
import { largestUnitFile } from './unit-entry';

const mostDropIns = 256;
/** Characters of a service with all of its drop-ins; a genuine one has some thousand. */
const longestService = 1024 * 1024;

/**
 * Reads the texts that make up a service, its file and then its drop-ins, none where it is masked or not there (systemd.unit(5), "Description"): of two drop-ins of one name the one
 * counts whose directory comes first, and all are read in the order of their names. Unavailable when one of them could
 * not be read.
 */
export async function readServiceTexts(
  files: HostFiles,
  listings: readonly UnitListing[],
  unit: string,
): Promise<Fact<readonly string[]>> {
  const file = await readUnitFile(files, listings, unit);
  if (file.status === 'unavailable') return file;
  if (file.value === undefined) return observed([], unit);
  const paths = await dropInPaths(files, listings, [...new Set([file.value.id, unit])]);
  if (paths.status === 'unavailable') return paths;
  const texts = [file.value.text];
  let length = file.value.text.length;
  for (const path of paths.value) {
    const text = await readIfThere(files, path);
    if (text.status === 'unavailable') return text;
    if (text.value !== undefined) texts.push(text.value);
    length += text.value?.length ?? 0;
    if (length > longestService)
      return unavailable('too-large', path, `more than ${String(longestService)} characters with its drop-ins`);
  }
  return observed(texts, unit);
}

interface UnitText {
  /** The name that the file has where links led, as an alias has another one. */
  readonly id: string;
  readonly text: string;
}

async function readUnitFile(
  files: HostFiles,
  listings: readonly UnitListing[],
  unit: string,
): Promise<Fact<UnitText | undefined>> {
  const named = [unit, templateOf(unit)].flatMap((name) => {
    const listing = name === undefined ? undefined : listings.find(({ names }) => names.has(name));
    return listing === undefined ? [] : [`${listing.path}/${name ?? ''}`];
  });
  const path = named[0];
  if (path === undefined) return observed(undefined, unit);
  const link = await files.readLink(path);
  if (link.status === 'observed' && (await leadsToNull(files, path, link.value))) return observed(undefined, path);
  const text = await readIfThere(files, path);
  if (text.status === 'unavailable') return text;
  if (text.value === undefined || text.value === '') return observed(undefined, path);
  const target = link.status === 'observed' ? pathOfLink(path, link.value).split('/').at(-1) : undefined;
  const isAlias = target !== undefined && target.endsWith('.service') && target !== templateOf(unit);
  return observed({ id: isAlias ? target : unit, text: text.value }, path);
}

/** What is not there, such as behind a link that leads nowhere, or is no file, systemd passes over. */
async function readIfThere(files: HostFiles, path: string): Promise<Fact<string | undefined>> {
  const text = await files.readText(path, largestUnitFile);
  if (text.status === 'observed') return text;
  return text.reason === 'not-found' || text.reason === 'malformed' ? observed(undefined, path) : text;
}

async function dropInPaths(
  files: HostFiles,
  listings: readonly UnitListing[],
  units: readonly string[],
): Promise<Fact<readonly string[]>> {
  const directories = [
    ...units.flatMap((unit) => listings.map((listing) => ({ listing, names: dropInDirectories(unit) }))),
    ...listings.map((listing) => ({ listing, names: [dropInsOfAllServices] })),
  ].flatMap(({ listing: { path, names: listed }, names }) =>
    names.filter((name) => listed.has(name)).map((name) => `${path}/${name}`),
  );
  const byName = new Map<string, string>();
  for (const directory of directories) {
    const names = await listIfThere(files, directory);
    if (names.status === 'unavailable') return names;
    for (const name of names.value) {
      if (name.endsWith('.conf') && !byName.has(name)) byName.set(name, `${directory}/${name}`);
    }
    if (byName.size > mostDropIns)
      return unavailable('too-large', directory, `more than ${String(mostDropIns)} drop-ins`);
  }
  return observed(
    [...byName.keys()].sort().map((name) => byName.get(name) ?? ''),
    units[0] ?? '',
  );
}
