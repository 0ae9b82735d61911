import type { FileSystem, OpenFile, PathStatus } from '../../src/host/file-system';
import { nodeFileSystem } from '../../src/host/file-system';

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
  const lstat = once(async (path) => {
    const status = await nodeFileSystem.lstat(path);
    seen.set(path, status.type);
    return status;
  });
  const content = once(readWhole);
  return {
    seen,
    fileSystem: {
      lstat,
      readdir: once(nodeFileSystem.readdir),
      readlink: once(nodeFileSystem.readlink),
      readlinks: nodeFileSystem.readlinks,
      open: async (path) => openBytes(await lstat(path), await content(path)),
    },
  };
}

function once<Value>(ask: (path: string) => Promise<Value>): (path: string) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return (path) => {
    const answer = answers.get(path) ?? ask(path);
    answers.set(path, answer);
    return answer;
  };
}

async function readWhole(path: string): Promise<Uint8Array> {
  const file = await nodeFileSystem.open(path);
  try {
    const parts: Uint8Array[] = [];
    const buffer = new Uint8Array(1024 * 1024);
    for (let length = await file.read(buffer); length > 0; length = await file.read(buffer))
      parts.push(buffer.slice(0, length));
    return Buffer.concat(parts);
  } finally {
    await file.close();
  }
}

/** An open file with these bytes. */
export function openBytes(status: PathStatus, bytes: Uint8Array): OpenFile {
  let position = 0;
  return {
    status: () => Promise.resolve(status),
    read: (into) => {
      const part = bytes.subarray(position, position + into.byteLength);
      into.set(part);
      position += part.byteLength;
      return Promise.resolve(part.byteLength);
    },
    close: () => Promise.resolve(),
  };
}
