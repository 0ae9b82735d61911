import { unavailable } from '@calico-readiness/requirements';
import type { HostFiles } from '../src/host/host-files';
import { filesWith } from '../src/host/host-question';

/** For tests: the same files, but these paths and what is below them may not be read, as for a user other than root. */
export function denyingFiles(files: HostFiles, ...denied: readonly string[]): HostFiles {
  const isDenied = (path: string): boolean => denied.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  return filesWith(({ path }, ask) => (isDenied(path) ? Promise.resolve(unavailable('denied', path)) : ask()), files);
}
