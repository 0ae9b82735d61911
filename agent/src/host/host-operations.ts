import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import { pathForNode } from './file-name';
import type { FileKind } from './host-files';
import { lookedAt, ofPresent } from './of-present';
import type { FileStamp, PathType } from './path-status';
import { isA, statusOf, typeOf } from './place-status';
import { resolvePath } from './resolve-path';
import type { RootedFileSystem } from './rooted-file-system';
import { mostNames } from './seen-paths';

// What HostFiles promises, but for reading, all at once and through no promise; each throws RemotePathError.

export function list(rooted: RootedFileSystem, path: string): Fact<readonly string[]> {
  return ofPresent(rooted, path, true, (place) => {
    if (!isA('directory', rooted, place)) return unavailable('malformed', path, 'is not a directory');
    const names = rooted.seen.namesIn(place.realPath);
    return names === 'too-many'
      ? unavailable('too-large', path, `holds more than ${String(mostNames)} names`)
      : observed(names, path);
  });
}

export function kind(rooted: RootedFileSystem, path: string): Fact<FileKind> {
  const resolved = resolvePath(rooted, path);
  if (resolved.outcome === 'unavailable') return resolved.fact;
  if (resolved.outcome === 'present')
    return lookedAt(path, () => observed(kindOf(typeOf(rooted, resolved.place)), path));
  if (!resolved.throughLink) return observed<FileKind>('absent', path);
  // A path below a linked directory (lib -> usr/lib) is merely absent; only the path's own link dangles.
  const itself = resolvePath(rooted, path, false);
  if (itself.outcome === 'unavailable') return itself.fact;
  return observed<FileKind>(itself.outcome === 'present' ? 'dangling-link' : 'absent', path);
}

export function readLink(rooted: RootedFileSystem, path: string): Fact<string> {
  return ofPresent(rooted, path, false, (place) =>
    isA('symbolic-link', rooted, place)
      ? observed(rooted.seen.targetOf(place.realPath), path)
      : unavailable('unsupported', path, 'is not a symbolic link'),
  );
}

export function readLinks(
  rooted: RootedFileSystem,
  path: string,
  names: readonly string[],
): Fact<readonly (string | undefined)[]> {
  return ofPresent(rooted, path, true, (place) =>
    isA('directory', rooted, place)
      ? observed(rooted.seen.fileSystem.readlinks(place.realPath, names), path)
      : unavailable('malformed', path, 'is not a directory'),
  );
}

export function socketPath(rooted: RootedFileSystem, path: string): Fact<string> {
  return ofPresent(rooted, path, true, (place) => {
    const { realPath } = place;
    if (typeOf(rooted, place) !== 'socket') return unavailable('malformed', path, 'is not a socket');
    return typeof pathForNode(realPath) === 'string'
      ? observed(realPath, path)
      : unavailable('unsupported', path, 'has a name that is not UTF-8');
  });
}

export function executable(rooted: RootedFileSystem, path: string): Fact<boolean> {
  return ofPresent(rooted, path, true, (place) => {
    const status = statusOf(rooted, place);
    return status?.type === 'file' && status.executable !== undefined
      ? observed(status.executable, path)
      : unavailable('malformed', path, 'is not a file');
  });
}

export function stamp(rooted: RootedFileSystem, path: string): Fact<FileStamp> {
  return ofPresent(rooted, path, true, (place) => {
    const seen = place.mount === 'stamped' ? statusOf(rooted, place)?.stamp : undefined;
    return seen === undefined
      ? unavailable('unsupported', path, 'has no times that tell a change')
      : observed(seen, path);
  });
}

function kindOf(type: PathType): FileKind {
  switch (type) {
    case 'file':
    case 'directory':
    case 'character-device':
      return type;
    default:
      return 'other';
  }
}
