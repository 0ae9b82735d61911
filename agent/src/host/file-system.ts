import type { BigIntStats } from 'node:fs';
import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync } from 'node:fs';
import type { DirectoryEntry } from './directory-entries';
import { directoryEntries } from './directory-entries';
import { nameFromBytes, pathForNode } from './file-name';
import type { PathStatus, PathType } from './path-status';
import { saysNotThere } from './system-error';

/** A file that was opened for reading. */
export interface OpenFile {
  status(): PathStatus;
  /** Fills the buffer from its start with what comes next in the file; 0 is the end. */
  read(into: Uint8Array): number;
  close(): void;
}

/**
 * The few system calls that reading a host takes, so that tests can make a call fail in ways that a test
 * machine can't produce (root is never denied). Errors are Node's, with an errno `code`. Paths, names and targets of
 * links are texts that `bytesOfName` turns into the bytes that the kernel has, whatever encoding someone wrote them in.
 * They are made here and now: for files in memory a call takes the kernel a tenth of the time that handing it to another
 * thread does. What may take long is not looked at through this (mount-table.ts).
 */
export interface FileSystem {
  /** Undefined where there is no such path. */
  lstat(path: string): PathStatus | undefined;
  readlink(path: string): string;
  /** The targets of links in one directory, undefined for each that cannot be read. */
  readlinks(directory: string, names: readonly string[]): readonly (string | undefined)[];
  /** The entries of a directory in no order; `too-many` when there are more than `most`. */
  readdir(path: string, most: number): readonly DirectoryEntry[] | 'too-many';
  open(path: string): OpenFile;
}

const anyoneExecutes = BigInt(constants.S_IXUSR | constants.S_IXGRP | constants.S_IXOTH);

// O_NONBLOCK: a FIFO or a device that takes a file's place between lstat(2) and open(2) must not hang us.
const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

/** The file system of this machine, through Node. */
export const nodeFileSystem: FileSystem = {
  lstat: (path) => {
    try {
      const status = lstatSync(pathForNode(path), { bigint: true, throwIfNoEntry: false });
      return status && pathStatus(status);
    } catch (error) {
      if (saysNotThere(error)) return undefined;
      throw error;
    }
  },
  readlink: (path) => nameFromBytes(readlinkSync(pathForNode(path), { encoding: 'buffer' })),
  readlinks: (directory, names) => names.map((name) => targetIfThere(`${directory}/${name}`)),
  readdir: directoryEntries,
  open: (path) => {
    const descriptor = openSync(pathForNode(path), openFlags);
    return {
      status: () => pathStatus(fstatSync(descriptor, { bigint: true })),
      read: (into) => readSync(descriptor, into, 0, into.byteLength, null),
      close: () => {
        closeSync(descriptor);
      },
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

function pathStatus(status: BigIntStats): PathStatus {
  return {
    type: pathType(status),
    size: Number(status.size),
    executable: (status.mode & anyoneExecutes) !== 0n,
    stamp: {
      device: status.dev,
      inode: status.ino,
      size: status.size,
      modifiedAt: status.mtimeNs,
      changedAt: status.ctimeNs,
    },
  };
}

function pathType(status: BigIntStats): PathType {
  if (status.isFile()) return 'file';
  if (status.isDirectory()) return 'directory';
  if (status.isSymbolicLink()) return 'symbolic-link';
  if (status.isCharacterDevice()) return 'character-device';
  if (status.isBlockDevice()) return 'block-device';
  return status.isFIFO() ? 'fifo' : 'socket';
}
