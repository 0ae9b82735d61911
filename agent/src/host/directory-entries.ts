import type { Dirent } from 'node:fs';
import { opendirSync } from 'node:fs';
import { nameFromBytes, pathForNode } from './file-name';
import type { PathType } from './path-status';

/** A name in a directory. */
export interface DirectoryEntry {
  readonly name: string;
  /** Left out where the file system does not tell it along with the name (readdir(3), d_type). */
  readonly type?: PathType;
}

/** Entries that one turn gets from the kernel; a directory of a host seldom has more. */
const entriesAtOnce = 256;

/** What Node puts in the place of bytes that are no UTF-8. */
const replacement = '\uFFFD';

type AnyEntry = Dirent<string> | Dirent<Buffer>;

/** The entries of a directory in no order, without `.` and `..`; `too-many` as soon as there are more than `most`. Throws Node's errors. */
export function directoryEntries(path: string, most: number): readonly DirectoryEntry[] | 'too-many' {
  const entries = listed(path, 'utf8', most);
  // Names are seldom anything but UTF-8, and cost twice as much as bytes.
  const isWhole = entries === 'too-many' || !entries.some(({ name }) => name.includes(replacement));
  return isWhole ? entries : listed(path, 'buffer', most);
}

function listed(path: string, encoding: 'utf8' | 'buffer', most: number): readonly DirectoryEntry[] | 'too-many' {
  // Node's types know no bytes here; Node does (fs.opendir, `encoding`).
  const directory = opendirSync(pathForNode(path) as string, {
    encoding: encoding as BufferEncoding,
    bufferSize: entriesAtOnce,
  });
  try {
    const entries: DirectoryEntry[] = [];
    for (let entry = directory.readSync() as AnyEntry | null; entry !== null; entry = directory.readSync()) {
      if (entries.length >= most) return 'too-many';
      const type = typeOf(entry);
      const name = typeof entry.name === 'string' ? entry.name : nameFromBytes(entry.name);
      entries.push(type === undefined ? { name } : { name, type });
    }
    return entries;
  } finally {
    directory.closeSync();
  }
}

function typeOf(entry: AnyEntry): PathType | undefined {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  if (entry.isSymbolicLink()) return 'symbolic-link';
  if (entry.isCharacterDevice()) return 'character-device';
  if (entry.isSocket()) return 'socket';
  if (entry.isFIFO()) return 'fifo';
  return entry.isBlockDevice() ? 'block-device' : undefined;
}
