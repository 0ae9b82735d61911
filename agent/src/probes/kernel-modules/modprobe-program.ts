import type { ModprobeProgramState } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { isHostRoot } from '../host-evidence';

/** As many links in a row as the kernel follows (path_resolution(7)). */
const mostLinks = 40;

/**
 * What became of the program that the kernel starts. Only the root of the running system decides: a captured tree holds what
 * somebody copied, and has lost the modes of its files.
 */
export async function modprobeProgram(host: Host, path: string): Promise<ModprobeProgramState> {
  if (path === '' || !host.live || !(await isHostRoot(host))) return 'unseen';
  return stateOf(host.files, path, mostLinks);
}

/** A name that is missing counts where its directory could be listed. */
async function stateOf(files: HostFiles, path: string, links: number): Promise<ModprobeProgramState> {
  if (links === 0) return 'unseen';
  let directory = '';
  for (const name of path.split('/').filter((part) => part !== '' && part !== '.')) {
    const names = await files.list(directory);
    if (names.status === 'unavailable') return 'unseen';
    if (name !== '..' && !names.value.includes(name)) return 'absent';
    directory = directory === '' ? name : `${directory}/${name}`;
  }
  const kind = await files.kind(directory);
  if (kind.status === 'unavailable') return 'unseen';
  switch (kind.value) {
    case 'file': {
      const executable = await files.executable(directory);
      if (executable.status === 'unavailable') return 'unseen';
      return executable.value ? 'runs' : 'not-executable';
    }
    case 'dangling-link': {
      const target = await files.readLink(directory);
      if (target.status === 'unavailable') return 'unseen';
      const from = directory.slice(0, Math.max(directory.lastIndexOf('/'), 0));
      return stateOf(files, target.value.startsWith('/') ? target.value : `${from}/${target.value}`, links - 1);
    }
    case 'absent':
      return 'unseen';
    case 'directory':
    case 'character-device':
    case 'other':
      return 'not-executable';
    default:
      return kind.value satisfies never;
  }
}
