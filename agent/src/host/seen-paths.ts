import { byBytes } from './file-name';
import type { FileSystem } from './file-system';
import type { MountKind, MountTable } from './mount-table';
import type { PathStatus, PathType } from './path-status';

/** Names of one directory. A process with as many open files is the largest that hosts have. */
export const mostNames = 100_000;
/** Names of a directory that is remembered: larger ones are below /proc, and asked for once. */
const mostRemembered = 10_000;

interface Listing {
  /** Sorted by their bytes. */
  readonly names: readonly string[];
  readonly types: ReadonlyMap<string, PathType | undefined>;
}

/**
 * What one observation has seen of this machine's file system so far, by paths without a link in them: each path is
 * asked for once. What a directory was seen to list and cannot be found a moment later (a file system that fails, a
 * file that someone is replacing) is there, and must not count as absent.
 */
export class SeenPaths {
  private readonly statuses = new Map<string, PathStatus | undefined>();
  private readonly failures = new Map<string, unknown>();
  private readonly targets = new Map<string, string>();
  private readonly listings = new Map<string, Listing>();

  constructor(
    readonly fileSystem: FileSystem,
    private readonly mounts: MountTable,
  ) {}

  /** What is mounted on the path; undefined where nothing is. */
  mountAt(path: string): MountKind | undefined {
    return this.mounts.at(path);
  }

  /**
   * Of a name in a directory, as it was listed or looked at, for who then opens, lists or follows it; undefined where
   * there is none. `path` is both together. Throws the system's errors, and where it was listed and is gone.
   */
  typeOf(directory: string, name: string, path = join(directory, name)): PathType | undefined {
    const known = this.statuses.get(path);
    if (known !== undefined) return known.type;
    const listed = this.listings.get(directory)?.types.get(name);
    // What is mounted on a file may be of another type than the name that is listed.
    if (listed !== undefined && this.mounts.at(path) === undefined) return listed;
    return this.statusOf(directory, name)?.type;
  }

  /** The same with all that lstat(2) says. */
  statusOf(directory: string, name: string): PathStatus | undefined {
    const path = join(directory, name);
    const known = this.statuses.get(path);
    if (known !== undefined) return known;
    if (this.failures.has(path)) throw this.failures.get(path);
    if (!this.statuses.has(path)) this.statuses.set(path, this.lstat(path));
    const status = this.statuses.get(path);
    if (status === undefined && this.listings.get(directory)?.types.has(name) === true) throw new ListedAndGoneError();
    return status;
  }

  /** The target of a link as it is written. Throws the system's errors. */
  targetOf(path: string): string {
    const known = this.targets.get(path);
    if (known !== undefined) return known;
    const target = this.fileSystem.readlink(path);
    this.targets.set(path, target);
    return target;
  }

  /** The names in a directory, sorted by their bytes. Throws the system's errors. */
  namesIn(directory: string): readonly string[] | 'too-many' {
    const known = this.listings.get(directory);
    if (known !== undefined) return known.names;
    const entries = this.fileSystem.readdir(directory, mostNames);
    if (entries === 'too-many') return entries;
    const names = sorted(entries.map(({ name }) => name));
    if (names.length <= mostRemembered)
      this.listings.set(directory, { names, types: new Map(entries.map(({ name, type }) => [name, type])) });
    return names;
  }

  private lstat(path: string): PathStatus | undefined {
    try {
      return this.fileSystem.lstat(path);
    } catch (error) {
      this.failures.set(path, error);
      throw error;
    }
  }
}

/** Something is there and cannot be found. */
class ListedAndGoneError extends Error {
  readonly code = 'ENOENT';
}

/** A name below a path without a link in it. */
export const join = (directory: string, name: string): string => `${directory === '/' ? '' : directory}/${name}`;

const notAscii = /[^\x00-\x7f]/;

/** JavaScript's own order is that of bytes where there are no others than those of ASCII. */
const sorted = (names: string[]): readonly string[] =>
  names.some((name) => notAscii.test(name)) ? names.sort(byBytes) : names.sort();
