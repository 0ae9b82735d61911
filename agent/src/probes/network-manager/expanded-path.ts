import type { HostFiles } from '../../host/host-files';
import { shellPattern } from '../../programs/shell-pattern';
import type { Reading } from './ifupdown-reading';
import { mostFiles } from './ifupdown-reading';

/**
 * The paths that wordexp(3) makes of one, without leading slash. Nobody knows here what its variables, quotes and home
 * directories would be; a pattern that matches nothing stays as it is, and then is not there.
 */
export async function expanded(files: HostFiles, written: string, reading: Reading): Promise<readonly string[]> {
  // What wordexp(3) refuses, the plugin passes over.
  if (/[|&;<>(){}`]/.test(written)) return [];
  if (/[$~"'\\\s]/.test(written)) {
    reading.complete = false;
    return [];
  }
  let paths: readonly string[] = [''];
  for (const part of written.split('/').filter((name) => name !== '' && name !== '.')) {
    paths = /[*?[]/.test(part)
      ? (await Promise.all(paths.map((path) => matching(files, path, part, reading)))).flat()
      : paths.map((path) => (path === '' ? part : `${path}/${part}`));
    if (paths.length > mostFiles) {
      reading.complete = false;
      paths = paths.slice(0, mostFiles);
    }
  }
  return paths;
}

/** Names that begin with a dot are matched by a dot only (glob(7)). */
async function matching(
  files: HostFiles,
  directory: string,
  pattern: string,
  reading: Reading,
): Promise<readonly string[]> {
  const names = await files.list(directory);
  if (names.status === 'unavailable') {
    if (names.reason !== 'not-found' && names.reason !== 'malformed') reading.complete = false;
    return [];
  }
  const matches = shellPattern(pattern);
  return names.value
    .filter((name) => (pattern.startsWith('.') || !name.startsWith('.')) && matches(name))
    .map((name) => (directory === '' ? name : `${directory}/${name}`));
}
