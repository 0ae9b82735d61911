import type { HostFiles } from '../host/host-files';

/**
 * Whether a link leads to /dev/null, whichever way it is written. A captured tree has no device files, so the
 * written path decides first.
 */
export async function leadsToNull(files: HostFiles, path: string, target: string): Promise<boolean> {
  if (pathOfLink(path, target) === 'dev/null') return true;
  const kind = await files.kind(path);
  return kind.status === 'observed' && kind.value === 'character-device';
}

/** The path below the root that a link names: `..` of the root is the root. */
export function pathOfLink(path: string, target: string): string {
  const start = target.startsWith('/') ? [] : path.split('/').slice(0, -1);
  const walked: string[] = [];
  for (const part of [...start, ...target.split('/')]) {
    if (part === '..') walked.pop();
    else if (part !== '' && part !== '.') walked.push(part);
  }
  return walked.join('/');
}
