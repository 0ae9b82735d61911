import type { Fact, UnavailableFact } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { remember } from '../../host/memory/remember';
import { unitSearchPath } from '../../programs/systemd/unit-search-path';

/** A directory of the search path with the names in it. */
export interface UnitListing {
  readonly path: string;
  readonly names: ReadonlySet<string>;
}

/** Where /lib is a link, `lib/systemd/system` is the vendor's directory again. */
async function searchPathOf(files: HostFiles): Promise<readonly string[]> {
  const link = await files.readLink('lib');
  return link.status === 'observed' ? unitSearchPath.filter((path) => !path.startsWith('lib/')) : unitSearchPath;
}

/** Every directory of the search path, highest priority first; unavailable when one could not be read. */
export const listUnitDirectories = (host: Host): Promise<Fact<readonly UnitListing[]>> =>
  remember(host, 'unit directories', ({ files }) => listUnitDirectoriesIn(files));

/** The same of files, for who remembers what they conclude from them. */
export async function listUnitDirectoriesIn(files: HostFiles): Promise<Fact<readonly UnitListing[]>> {
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
