import type { DirectoryEntry } from '../directory-entries';
import type { FileSystem, OpenFile } from '../file-system';
import type { PathStatus, PathType } from '../path-status';
import { join } from '../seen-paths';
import type { LaidContent } from './laid-change';

/** What stands at a path instead of what the host has there; `gone` where nothing does. */
export type OverlayEntry =
  | { readonly type: 'file'; readonly content: LaidContent; readonly executable: boolean }
  | { readonly type: 'symbolic-link'; readonly target: string }
  | { readonly type: 'directory' }
  | { readonly type: 'gone' };

/**
 * A file system with entries laid over it, in memory: nothing is ever written. Whoever looks through it sees whole files,
 * links and directories in the place of those below, and directories with the names of both. Its paths are those of this
 * machine, without a link in them.
 */
export class OverlayFileSystem implements FileSystem {
  private readonly entries = new Map<string, OverlayEntry>();
  /** Names by the directory that they are laid into. */
  private readonly names = new Map<string, Set<string>>();

  constructor(private readonly below: FileSystem) {}

  /** Lays an entry into a directory that is there. */
  put(directory: string, name: string, entry: OverlayEntry): void {
    this.entries.set(join(directory, name), entry);
    const names = this.names.get(directory) ?? new Set();
    names.add(name);
    this.names.set(directory, names);
  }

  lstat(path: string): PathStatus | undefined {
    const entry = this.entries.get(path);
    if (entry === undefined) return this.isOurs(path) ? undefined : this.below.lstat(path);
    return entry.type === 'gone' ? undefined : statusOf(entry);
  }

  readlink(path: string): string {
    const entry = this.entries.get(path);
    if (entry === undefined) return this.below.readlink(path);
    if (entry.type !== 'symbolic-link') throw systemError('EINVAL');
    return entry.target;
  }

  readlinks(directory: string, names: readonly string[]): readonly (string | undefined)[] {
    if (!this.names.has(directory))
      return this.isOurs(directory) ? names.map(() => undefined) : this.below.readlinks(directory, names);
    const below = this.isOurs(directory) ? [] : this.below.readlinks(directory, names);
    return names.map((name, index) => {
      const entry = this.entries.get(join(directory, name));
      return entry === undefined ? below[index] : entry.type === 'symbolic-link' ? entry.target : undefined;
    });
  }

  readdir(path: string, most: number): readonly DirectoryEntry[] | 'too-many' {
    const below = this.isOurs(path) ? [] : this.below.readdir(path, most);
    const laid = this.names.get(path);
    if (below === 'too-many' || laid === undefined) return below;
    const listed: DirectoryEntry[] = below.filter(({ name }) => !laid.has(name));
    for (const name of laid) {
      const type = this.entries.get(join(path, name))?.type ?? 'gone';
      if (type !== 'gone') listed.push({ name, type });
    }
    return listed.length > most ? 'too-many' : listed;
  }

  open(path: string): OpenFile {
    const entry = this.entries.get(path);
    if (entry === undefined) return this.below.open(path);
    if (entry.type !== 'file') throw systemError('ELOOP');
    return 'open' in entry.content ? entry.content.open() : openBytes(entry);
  }

  /** Whether the nearest entry on the way to it is laid here, so that nothing of the host shows through. */
  private isOurs(path: string): boolean {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (this.entries.has(path.slice(0, end))) return true;
    }
    return false;
  }
}

const sizeOf = (content: LaidContent): number => ('bytes' in content ? content.bytes.byteLength : content.size);

/** Without a stamp: an entry is as young as this look at the host. */
const statusOf = (entry: Exclude<OverlayEntry, { type: 'gone' }>): PathStatus => ({
  type: entry.type satisfies PathType,
  size: entry.type === 'file' ? sizeOf(entry.content) : 0,
  executable: entry.type === 'file' && entry.executable,
});

function openBytes(entry: Extract<OverlayEntry, { type: 'file' }>): OpenFile {
  const bytes = 'bytes' in entry.content ? entry.content.bytes : new Uint8Array();
  let position = 0;
  return {
    status: () => statusOf(entry),
    read: (into) => {
      const part = bytes.subarray(position, position + into.byteLength);
      into.set(part);
      position += part.byteLength;
      return part.byteLength;
    },
    close: () => undefined,
  };
}

const systemError = (code: 'EINVAL' | 'ELOOP'): Error => Object.assign(new Error(code), { code });
