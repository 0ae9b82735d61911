import { constants, readlinkSync } from 'node:fs';
import { lstat, open, readdir, readlink } from 'node:fs/promises';
import { nameFromBytes, pathForNode } from './file-name';

/** What lstat(2) says of one path, as far as resolving and reading need it. */
export interface PathStatus {
  readonly type: 'file' | 'directory' | 'symbolic-link' | 'character-device' | 'block-device' | 'fifo' | 'socket';
  /** Bytes; pseudo files claim 0 or a page. */
  readonly size: number;
  /** Whether anybody may execute it; left out where it was not asked. */
  readonly executable?: boolean;
}

/** A file that was opened for reading. */
export interface OpenFile {
  status(): Promise<PathStatus>;
  /** Fills the buffer from its start with what comes next in the file; 0 is the end. */
  read(into: Uint8Array): Promise<number>;
  close(): Promise<void>;
}

/**
 * The few system calls that reading a host takes, so that tests can make a call fail in ways that a test
 * machine can't produce (root is never denied). Errors are Node's, with an errno `code`. Paths, names and targets of
 * links are texts that `bytesOfName` turns into the bytes that the kernel has, whatever encoding someone wrote them in.
 */
export interface FileSystem {
  lstat(path: string): Promise<PathStatus>;
  readlink(path: string): Promise<string>;
  /**
   * The targets of links in one directory, undefined for each that can not be read. For /proc/PID/fd, of which a host has
   * tens of thousands: the call takes the kernel less time than handing it to another thread does, and never waits for a disk.
   */
  readlinks(directory: string, names: readonly string[]): readonly (string | undefined)[];
  readdir(path: string): Promise<readonly string[]>;
  open(path: string): Promise<OpenFile>;
}

interface StatusQuestions {
  readonly size: number;
  readonly mode: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
  isCharacterDevice(): boolean;
  isBlockDevice(): boolean;
  isFIFO(): boolean;
}

const anyoneExecutes = constants.S_IXUSR | constants.S_IXGRP | constants.S_IXOTH;

// O_NONBLOCK: a FIFO or a device that takes a file's place between lstat(2) and open(2) must not hang us.
const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

/** The file system of this machine, through Node. */
export const nodeFileSystem: FileSystem = {
  lstat: async (path) => pathStatus(await lstat(pathForNode(path))),
  readlink: async (path) => nameFromBytes(await readlink(pathForNode(path), { encoding: 'buffer' })),
  readlinks: (directory, names) => names.map((name) => targetIfThere(`${directory}/${name}`)),
  readdir: async (path) => (await readdir(pathForNode(path), { encoding: 'buffer' })).map(nameFromBytes),
  open: async (path) => {
    const handle = await open(pathForNode(path), openFlags);
    return {
      status: async () => pathStatus(await handle.stat()),
      read: async (into) => (await handle.read(into, 0, into.byteLength, null)).bytesRead,
      close: () => handle.close(),
    };
  },
};

function targetIfThere(path: string): string | undefined {
  try {
    return nameFromBytes(readlinkSync(pathForNode(path), { encoding: 'buffer' }));
  } catch {
    return undefined;
  }
}

function pathStatus(status: StatusQuestions): PathStatus {
  return { type: pathType(status), size: status.size, executable: (status.mode & anyoneExecutes) !== 0 };
}

function pathType(status: StatusQuestions): PathStatus['type'] {
  if (status.isFile()) return 'file';
  if (status.isDirectory()) return 'directory';
  if (status.isSymbolicLink()) return 'symbolic-link';
  if (status.isCharacterDevice()) return 'character-device';
  if (status.isBlockDevice()) return 'block-device';
  return status.isFIFO() ? 'fifo' : 'socket';
}
