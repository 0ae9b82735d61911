import type { Fact } from '@calico-readiness/requirements';
import type { FileSystem } from './file-system';
import { nodeFileSystem } from './file-system';
import type { HostFiles } from './host-files';
import * as operations from './host-operations';
import type { HostQuestion } from './host-question';
import { checkedRoot } from './host-root';
import type { MountTable } from './mount-table';
import { readMountTable } from './mount-table';
import { readBytes, readPieces, readText } from './read-file';
import type { RemoteFiles } from './remote/remote-files';
import { createRemoteFiles } from './remote/remote-files';
import { RemotePathError } from './remote-path';
import { SeenPaths } from './seen-paths';
import { Turns } from './turns';

/** How this machine is looked at. */
export interface HostFilesOptions {
  readonly mounts?: MountTable;
  /** Who looks at what may not answer. */
  readonly remote?: RemoteFiles;
}

/**
 * The files of the host whose root directory is `root` on this machine, for one observation: what was once looked at
 * is remembered as it was then. Throws HostRootError when there is no such directory. The host is taken to hold still
 * while it is looked at: a link that someone puts in the place of a directory between two system calls is not defended
 * against.
 */
export function createHostFiles(
  root: string,
  fileSystem: FileSystem = nodeFileSystem,
  { mounts = readMountTable(), remote }: HostFilesOptions = {},
): HostFiles {
  const realRoot = checkedRoot(root);
  const rooted = {
    root: realRoot,
    mount: mounts.of(realRoot),
    seen: new SeenPaths(fileSystem, mounts),
    directories: new Map(),
  };
  const turns = new Turns();
  const elsewhere = remote ?? createRemoteFiles(realRoot);
  const answer = async <T>(question: HostQuestion, look: () => Fact<T>): Promise<Fact<T>> => {
    await turns.next();
    try {
      return look();
    } catch (error) {
      if (error instanceof RemotePathError) return elsewhere.ask<T>(error.realPath, question);
      throw error;
    }
  };
  const { list, kind, readLink, readLinks, socketPath, executable, stamp } = operations;
  return {
    root: realRoot,
    readText: (path, maxBytes) =>
      answer({ operation: 'readText', path, maxBytes }, () => readText(rooted, path, maxBytes)),
    readBytes: (path, maxBytes) =>
      answer({ operation: 'readBytes', path, maxBytes }, () => readBytes(rooted, path, maxBytes)),
    readPieces: (path, take, maxBytes) =>
      answer({ operation: 'readPieces', path, take, maxBytes }, () => readPieces(rooted, path, take, maxBytes)),
    readLinks: (path, names) => answer({ operation: 'readLinks', path, names }, () => readLinks(rooted, path, names)),
    list: (path) => answer({ operation: 'list', path }, () => list(rooted, path)),
    kind: (path) => answer({ operation: 'kind', path }, () => kind(rooted, path)),
    readLink: (path) => answer({ operation: 'readLink', path }, () => readLink(rooted, path)),
    socketPath: (path) => answer({ operation: 'socketPath', path }, () => socketPath(rooted, path)),
    executable: (path) => answer({ operation: 'executable', path }, () => executable(rooted, path)),
    stamp: (path) => answer({ operation: 'stamp', path }, () => stamp(rooted, path)),
  };
}
