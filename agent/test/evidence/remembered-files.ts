import type { FileSystem, OpenFile } from '../../src/host/file-system';
import { nodeFileSystem } from '../../src/host/file-system';
import type { PathStatus } from '../../src/host/path-status';

/** What was looked at of a host, by its path on this machine: as what it was seen. */
export type SeenPaths = ReadonlyMap<string, PathStatus['type']>;

/** A file system that asks the disk once for everything, and tells what it was asked for and has. */
export interface RememberedFiles {
  readonly fileSystem: FileSystem;
  readonly seen: SeenPaths;
}

/** The machine's file system for looking at the same tree again and again while nothing in it changes. */
export function rememberedFiles(): RememberedFiles {
  const seen = new Map<string, PathStatus['type']>();
  const lstat = once((path) => {
    const status = nodeFileSystem.lstat(path);
    if (status !== undefined) seen.set(path, status.type);
    return status;
  });
  const content = once(readWhole);
  return {
    seen,
    fileSystem: {
      lstat,
      readdir: once((path) => {
        const entries = nodeFileSystem.readdir(path, Infinity);
        // Without the types: what is there is looked at, and so counts as seen.
        return entries === 'too-many' ? entries : entries.map(({ name }) => ({ name }));
      }),
      readlink: once(nodeFileSystem.readlink),
      readlinks: nodeFileSystem.readlinks,
      open: (path) => openBytes(lstat(path) ?? { type: 'file', size: 0 }, content(path)),
    },
  };
}

function once<Value>(ask: (path: string) => Value): (path: string) => Value {
  const answers = new Map<string, Value>();
  return (path) => {
    if (!answers.has(path)) answers.set(path, ask(path));
    return answers.get(path) as Value;
  };
}

function readWhole(path: string): Uint8Array {
  const file = nodeFileSystem.open(path);
  try {
    const parts: Uint8Array[] = [];
    const buffer = new Uint8Array(1024 * 1024);
    for (let length = file.read(buffer); length > 0; length = file.read(buffer)) parts.push(buffer.slice(0, length));
    return Buffer.concat(parts);
  } finally {
    file.close();
  }
}

/** An open file with these bytes. */
export function openBytes(status: PathStatus, bytes: Uint8Array): OpenFile {
  let position = 0;
  return {
    status: () => status,
    read: (into) => {
      const part = bytes.subarray(position, position + into.byteLength);
      into.set(part);
      position += part.byteLength;
      return part.byteLength;
    },
    close: () => undefined,
  };
}
