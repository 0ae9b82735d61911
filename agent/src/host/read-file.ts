import type { Fact, UnavailableFact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { OpenFile, PathStatus } from './file-system';
import { readOpenFile, readPiecesOfOpenFile } from './read-open-file';
import type { RootedFileSystem } from './rooted-file-system';
import { ofPresent } from './of-present';

const defaultMaxBytes = 8 * 1024 * 1024;

/** The whole file as text; see HostFiles. */
export async function readText(rooted: RootedFileSystem, path: string, maxBytes?: number): Promise<Fact<string>> {
  const bytes = await readBytes(rooted, path, maxBytes);
  return bytes.status === 'observed' ? observed(decode(bytes.value), path) : bytes;
}

/** The whole file as bytes; see HostFiles. */
export const readBytes = (
  rooted: RootedFileSystem,
  path: string,
  maxBytes = defaultMaxBytes,
): Promise<Fact<Uint8Array>> =>
  withOpenFile(rooted, path, maxBytes, (file, { size }) => readOpenFile(file, maxBytes, size));

/** The file piece by piece; see HostFiles. */
export const readPieces = (
  rooted: RootedFileSystem,
  path: string,
  take: (piece: Uint8Array) => 'more' | 'enough',
  maxBytes = defaultMaxBytes,
): Promise<Fact<'done'>> => withOpenFile(rooted, path, maxBytes, (file) => readPiecesOfOpenFile(file, maxBytes, take));

function withOpenFile<T>(
  rooted: RootedFileSystem,
  path: string,
  maxBytes: number,
  read: (file: OpenFile, status: PathStatus) => Promise<T | 'too-large'>,
): Promise<Fact<T>> {
  return ofPresent(rooted, path, true, async ({ realPath, status: before }) => {
    if (before.type !== 'file') return notAFile(path, before);
    if (before.size > maxBytes) return unavailable('too-large', path, tooLarge(maxBytes));
    const file = await rooted.fileSystem.open(realPath);
    try {
      const status = await file.status();
      if (status.type !== 'file') return notAFile(path, status);
      const value = await read(file, status);
      return value === 'too-large' ? unavailable('too-large', path, tooLarge(maxBytes)) : observed<T>(value, path);
    } finally {
      await file.close();
    }
  });
}

/** Host files are UTF-8; what is not is taken as Latin-1, which keeps every byte and lets the parser judge. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return Buffer.from(bytes).toString('latin1');
    throw error;
  }
}

const notAFile = (path: string, status: PathStatus): UnavailableFact =>
  unavailable('malformed', path, `is a ${status.type.replace('-', ' ')}, not a file`);

const tooLarge = (maxBytes: number): string => `is larger than ${String(maxBytes)} bytes`;
