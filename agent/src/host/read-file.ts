import { isUtf8 } from 'node:buffer';
import type { Fact, UnavailableFact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { OpenFile } from './file-system';
import { ofPresent } from './of-present';
import type { PathStatus, PathType } from './path-status';
import { isA, typeOf } from './place-status';
import { readOpenFile, readPiecesOfOpenFile } from './read-open-file';
import type { RootedFileSystem } from './rooted-file-system';

const defaultMaxBytes = 8 * 1024 * 1024;

/** The whole file as text; see HostFiles. */
export function readText(rooted: RootedFileSystem, path: string, maxBytes?: number): Fact<string> {
  const bytes = readBytes(rooted, path, maxBytes);
  return bytes.status === 'observed' ? observed(decode(bytes.value), path) : bytes;
}

/** The whole file as bytes; see HostFiles. */
export const readBytes = (rooted: RootedFileSystem, path: string, maxBytes = defaultMaxBytes): Fact<Uint8Array> =>
  withOpenFile(rooted, path, maxBytes, (file, { size }) => readOpenFile(file, maxBytes, size));

/** The file piece by piece; see HostFiles. */
export const readPieces = (
  rooted: RootedFileSystem,
  path: string,
  take: (piece: Uint8Array) => 'more' | 'enough',
  maxBytes = defaultMaxBytes,
): Fact<'done'> => withOpenFile(rooted, path, maxBytes, (file) => readPiecesOfOpenFile(file, maxBytes, take));

function withOpenFile<T>(
  rooted: RootedFileSystem,
  path: string,
  maxBytes: number,
  read: (file: OpenFile, status: PathStatus) => T | 'too-large',
): Fact<T> {
  return ofPresent(rooted, path, true, (place) => {
    // Opening a device can do something to it.
    if (!isA('file', rooted, place)) return notAFile(path, typeOf(rooted, place));
    const file = rooted.seen.fileSystem.open(place.realPath);
    try {
      const status = file.status();
      if (status.type !== 'file') return notAFile(path, status.type);
      const value = status.size > maxBytes ? 'too-large' : read(file, status);
      return value === 'too-large' ? unavailable('too-large', path, tooLarge(maxBytes)) : observed<T>(value, path);
    } finally {
      file.close();
    }
  });
}

/** Host files are UTF-8; what is not is taken as Latin-1, which keeps every byte and lets the parser judge. */
const decode = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(isUtf8(bytes) ? 'utf8' : 'latin1');

const notAFile = (path: string, type: PathType): UnavailableFact =>
  unavailable('malformed', path, `is a ${type.replace('-', ' ')}, not a file`);

const tooLarge = (maxBytes: number): string => `is larger than ${String(maxBytes)} bytes`;
