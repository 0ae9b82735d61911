import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import { byBytes, pathForNode } from './file-name';
import type { FileSystem, PathStatus } from './file-system';
import { nodeFileSystem } from './file-system';
import type { FileKind, HostFiles } from './host-files';
import { checkedRoot } from './host-root';
import { ListedNames } from './listed-names';
import { readBytes, readPieces, readText } from './read-file';
import { resolvePath } from './resolve-path';
import type { RootedFileSystem } from './rooted-file-system';
import { ofPresent } from './of-present';

/**
 * The files of the host whose root directory is `root` on this machine. Throws HostRootError when there is
 * no such directory. The host is taken to hold still while it is looked at: a link that someone puts in the
 * place of a directory between two system calls is not defended against.
 */
export function createHostFiles(root: string, fileSystem: FileSystem = nodeFileSystem): HostFiles {
  const rooted = { root: checkedRoot(root), fileSystem, listed: new ListedNames() };
  return {
    root: rooted.root,
    readText: (path, maxBytes) => readText(rooted, path, maxBytes),
    readBytes: (path, maxBytes) => readBytes(rooted, path, maxBytes),
    readPieces: (path, take, maxBytes) => readPieces(rooted, path, take, maxBytes),
    list: (path) => list(rooted, path),
    kind: (path) => kindOf(rooted, path),
    readLink: (path) => readLink(rooted, path),
    readLinks: (directory, names) => readLinks(rooted, directory, names),
    socketPath: (path) => socketPath(rooted, path),
    executable: (path) => executable(rooted, path),
  };
}

function list(rooted: RootedFileSystem, path: string): Promise<Fact<readonly string[]>> {
  return ofPresent(rooted, path, true, async ({ realPath, status }) => {
    if (status.type !== 'directory') return unavailable('malformed', path, 'is not a directory');
    const names = [...(await rooted.fileSystem.readdir(realPath))].sort(byBytes);
    rooted.listed.remember(realPath, names);
    return observed(names, path);
  });
}

async function kindOf(rooted: RootedFileSystem, path: string): Promise<Fact<FileKind>> {
  const resolved = await resolvePath(rooted, path);
  if (resolved.outcome === 'unavailable') return resolved.fact;
  if (resolved.outcome === 'present') return observed(fileKind(resolved.status), path);
  if (!resolved.throughLink) return observed<FileKind>('absent', path);
  // A path below a linked directory (lib -> usr/lib) is merely absent; only the path's own link dangles.
  const itself = await resolvePath(rooted, path, false);
  if (itself.outcome === 'unavailable') return itself.fact;
  return observed<FileKind>(itself.outcome === 'present' ? 'dangling-link' : 'absent', path);
}

function readLink(rooted: RootedFileSystem, path: string): Promise<Fact<string>> {
  return ofPresent(rooted, path, false, async ({ realPath, status }) =>
    status.type === 'symbolic-link'
      ? observed(await rooted.fileSystem.readlink(realPath), path)
      : unavailable('unsupported', path, 'is not a symbolic link'),
  );
}

function readLinks(
  rooted: RootedFileSystem,
  path: string,
  names: readonly string[],
): Promise<Fact<readonly (string | undefined)[]>> {
  return ofPresent(rooted, path, true, ({ realPath, status }) =>
    status.type === 'directory'
      ? observed(rooted.fileSystem.readlinks(realPath, names), path)
      : unavailable('malformed', path, 'is not a directory'),
  );
}

function socketPath(rooted: RootedFileSystem, path: string): Promise<Fact<string>> {
  return ofPresent(rooted, path, true, ({ realPath, status }) => {
    if (status.type !== 'socket') return unavailable('malformed', path, 'is not a socket');
    return typeof pathForNode(realPath) === 'string'
      ? observed(realPath, path)
      : unavailable('unsupported', path, 'has a name that is not UTF-8');
  });
}

function executable(rooted: RootedFileSystem, path: string): Promise<Fact<boolean>> {
  return ofPresent(rooted, path, true, ({ status }) =>
    status.type === 'file' && status.executable !== undefined
      ? observed(status.executable, path)
      : unavailable('malformed', path, 'is not a file'),
  );
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
