import type { UnitFile } from '../../parsers/systemd-unit';
import { templateOf } from './drop-in-directories';

/**
 * What stands in a unit directory under a unit's name. `mask` is an empty file or a link to /dev/null, `alias`
 * a link to a unit of another name, `dangling` a link to nothing.
 */
export type UnitEntry =
  | { readonly kind: 'mask' }
  | { readonly kind: 'file'; readonly file: UnitFile }
  | { readonly kind: 'alias'; readonly of: string }
  | { readonly kind: 'dangling' };

/** What a link in a `.wants`, `.requires` or `.upholds` directory does: one to /dev/null takes the dependency back. */
export type DependencyLink = 'pulls-in' | 'mask';

/** Links to the units of interest below `multi-user.target.wants` and the like, by unit name. */
export interface DependencyDirectory {
  readonly name: string;
  readonly links: ReadonlyMap<string, DependencyLink>;
}

/** One directory of the search path, with what it says about the units of interest. */
export interface UnitDirectory {
  readonly path: string;
  readonly entries: ReadonlyMap<string, UnitEntry>;
  readonly dependencies: readonly DependencyDirectory[];
}

/** A unit as the search path resolves its name. `id` is the name that it runs under: an alias runs under another. */
export type ResolvedUnit =
  | { readonly load: 'loaded'; readonly id: string; readonly file: UnitFile; readonly directory: string }
  | { readonly load: 'masked'; readonly id: string; readonly directory: string }
  | { readonly load: 'not-found'; readonly id: string };

/**
 * Resolves a unit name: the first directory that has the name decides (systemd.unit(5), "UNIT FILE LOAD PATH"). An
 * instance that no directory has is made of its template.
 */
export function resolveUnit(directories: readonly UnitDirectory[], name: string): ResolvedUnit {
  const seen = new Set<string>();
  let id = name;
  while (!seen.has(id)) {
    seen.add(id);
    const directory = directoryOf(directories, id) ?? directoryOf(directories, templateOf(id));
    const entry = directory?.entries.get(id) ?? directory?.entries.get(templateOf(id) ?? '');
    if (directory === undefined || entry === undefined || entry.kind === 'dangling') return { load: 'not-found', id };
    if (entry.kind === 'mask') return { load: 'masked', id, directory: directory.path };
    if (entry.kind === 'file') return { load: 'loaded', id, file: entry.file, directory: directory.path };
    id = entry.of;
  }
  return { load: 'not-found', id };
}

const directoryOf = (directories: readonly UnitDirectory[], name: string | undefined): UnitDirectory | undefined =>
  name === undefined ? undefined : directories.find(({ entries }) => entries.has(name));
