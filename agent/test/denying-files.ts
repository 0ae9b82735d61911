import { unavailable } from '@calico-readiness/requirements';
import type { HostFiles } from '../src/host/host-files';

/** For tests: the same files, but these paths and what is below them may not be read, as for a user other than root. */
export function denyingFiles(files: HostFiles, ...denied: readonly string[]): HostFiles {
  const isDenied = (path: string): boolean => denied.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  const refusal = (path: string) => Promise.resolve(unavailable('denied', path));
  return {
    root: files.root,
    readText: (path, maxBytes) => (isDenied(path) ? refusal(path) : files.readText(path, maxBytes)),
    readBytes: (path, maxBytes) => (isDenied(path) ? refusal(path) : files.readBytes(path, maxBytes)),
    readPieces: (path, take, maxBytes) => (isDenied(path) ? refusal(path) : files.readPieces(path, take, maxBytes)),
    list: (path) => (isDenied(path) ? refusal(path) : files.list(path)),
    kind: (path) => (isDenied(path) ? refusal(path) : files.kind(path)),
    readLink: (path) => (isDenied(path) ? refusal(path) : files.readLink(path)),
    readLinks: (path, names) => (isDenied(path) ? refusal(path) : files.readLinks(path, names)),
    socketPath: (path) => (isDenied(path) ? refusal(path) : files.socketPath(path)),
    executable: (path) => (isDenied(path) ? refusal(path) : files.executable(path)),
  };
}
