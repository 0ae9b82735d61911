import { realpathSync, statSync } from 'node:fs';
import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { FileSystem, PathStatus } from './file-system';
import { nodeFileSystem } from './file-system';
import type { FileKind, HostFiles } from './host-files';
import { readOpenFile } from './read-open-file';
import { resolvePath } from './resolve-path';
import { unavailableBecauseOf } from './system-error';

const defaultMaxBytes = 8 * 1024 * 1024;

/** The root that the user named can't be looked at: it does not exist or is no directory. A person reads the message. */
export class HostRootError extends Error {
  override readonly name = 'HostRootError';
}

/**
 * The files of the host whose root directory is `root` on this machine. Throws HostRootError when there is
 * no such directory. The host is taken to hold still while it is looked at: a link that someone puts in the
 * place of a directory between two system calls is not defended against.
 */
export function createHostFiles(root: string, fileSystem: FileSystem = nodeFileSystem): HostFiles {
  const realRoot = checkedRoot(root);
  const resolve = (path: string, followLast?: boolean) => resolvePath(fileSystem, realRoot, path, followLast);

  async function readBytes(path: string, maxBytes = defaultMaxBytes): Promise<Fact<Uint8Array>> {
    const resolved = await resolve(path);
    if (resolved.outcome === 'unavailable') return resolved.fact;
    if (resolved.outcome === 'absent') return unavailable('not-found', path);
    if (resolved.status.type !== 'file') return notAFile(path, resolved.status);
    if (resolved.status.size > maxBytes) return unavailable('too-large', path, tooLarge(maxBytes));
    try {
      const file = await fileSystem.open(resolved.realPath);
      try {
        const status = await file.status();
        if (status.type !== 'file') return notAFile(path, status);
        const bytes = await readOpenFile(file, maxBytes);
        return bytes === 'too-large' ? unavailable('too-large', path, tooLarge(maxBytes)) : observed(bytes, path);
      } finally {
        await file.close();
      }
    } catch (error) {
      return unavailableBecauseOf(error, path);
    }
  }

  return {
    root: realRoot,
    readBytes,
    async readText(path, maxBytes) {
      const bytes = await readBytes(path, maxBytes);
      return bytes.status === 'observed' ? observed(decode(bytes.value), path) : bytes;
    },
    async list(path) {
      const resolved = await resolve(path);
      if (resolved.outcome === 'unavailable') return resolved.fact;
      if (resolved.outcome === 'absent') return unavailable('not-found', path);
      if (resolved.status.type !== 'directory') return unavailable('malformed', path, 'is not a directory');
      try {
        return observed([...(await fileSystem.readdir(resolved.realPath))].sort(byCodeUnit), path);
      } catch (error) {
        return unavailableBecauseOf(error, path);
      }
    },
    async kind(path) {
      const resolved = await resolve(path);
      if (resolved.outcome === 'unavailable') return resolved.fact;
      if (resolved.outcome === 'present') return observed(fileKind(resolved.status), path);
      if (!resolved.throughLink) return observed<FileKind>('absent', path);
      // A path below a linked directory (lib -> usr/lib) is merely absent; only the path's own link dangles.
      const itself = await resolve(path, false);
      if (itself.outcome === 'unavailable') return itself.fact;
      return observed<FileKind>(itself.outcome === 'present' ? 'dangling-link' : 'absent', path);
    },
    async readLink(path) {
      const resolved = await resolve(path, false);
      if (resolved.outcome === 'unavailable') return resolved.fact;
      if (resolved.outcome === 'absent') return unavailable('not-found', path);
      if (resolved.status.type !== 'symbolic-link') return unavailable('unsupported', path, 'is not a symbolic link');
      try {
        return observed(await fileSystem.readlink(resolved.realPath), path);
      } catch (error) {
        return unavailableBecauseOf(error, path);
      }
    },
    async socketPath(path) {
      const resolved = await resolve(path);
      if (resolved.outcome === 'unavailable') return resolved.fact;
      if (resolved.outcome === 'absent') return unavailable('not-found', path);
      return resolved.status.type === 'socket'
        ? observed(resolved.realPath, path)
        : unavailable('malformed', path, 'is not a socket');
    },
  };
}

function checkedRoot(root: string): string {
  try {
    const realRoot = realpathSync(root);
    if (statSync(realRoot).isDirectory()) return realRoot;
  } catch (error) {
    throw new HostRootError(`The host root ${root} can not be opened: ${unavailableBecauseOf(error, root).reason}.`, {
      cause: error,
    });
  }
  throw new HostRootError(`The host root ${root} is not a directory.`);
}

function fileKind(status: PathStatus): FileKind {
  switch (status.type) {
    case 'file':
    case 'directory':
    case 'character-device':
      return status.type;
    default:
      return 'other';
  }
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

const notAFile = (path: string, status: PathStatus) =>
  unavailable('malformed', path, `is a ${status.type.replace('-', ' ')}, not a file`);

const tooLarge = (maxBytes: number): string => `is larger than ${String(maxBytes)} bytes`;

const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
