import type { HostFiles } from '../../host/host-files';
import type { InterfacesLine } from '../../parsers/network-interfaces';
import { parseNetworkInterfaces } from '../../parsers/network-interfaces';
import type { IfupdownInterfaces } from '../../programs/network-manager/ifupdown-interfaces';
import { namesTakenByIfupdown } from '../../programs/network-manager/ifupdown-interfaces';
import { isBuiltInPlugin } from './plugin-files';
import { matchesShellPattern } from '../../programs/shell-pattern';

const interfacesFile = 'etc/network/interfaces';
const largestFile = 1024 * 1024;
/** A genuine host has a handful; files that name each other in a circle have no end. */
const mostFiles = 256;

/** What is read so far, and whether all that the daemon would read was. */
interface Reading {
  readonly lines: InterfacesLine[];
  files: number;
  complete: boolean;
}

/**
 * Reads /etc/network/interfaces and every file that its `source` and `source-directory` lines name, as NetworkManager's
 * ifupdown plugin does: patterns are the shell's, and of a directory every file counts, whatever its name.
 */
export async function readIfupdownInterfaces(files: HostFiles): Promise<IfupdownInterfaces> {
  const reading: Reading = { lines: [], files: 0, complete: true };
  await readInterfacesFile(files, interfacesFile, reading);
  const names = namesTakenByIfupdown(reading.lines);
  // Without a name the plugin does nothing, loaded or not.
  const byDefault = names.length === 0 && reading.complete ? null : await isBuiltInPlugin(files, 'ifupdown');
  return { names, complete: reading.complete, byDefault };
}

async function readInterfacesFile(files: HostFiles, path: string, reading: Reading): Promise<void> {
  reading.files += 1;
  if (reading.files > mostFiles) {
    reading.complete = false;
    return;
  }
  const text = await files.readText(path, largestFile);
  // A file that is not there, or is a directory, says nothing.
  if (text.status === 'unavailable') {
    if (text.reason !== 'not-found' && text.reason !== 'malformed') reading.complete = false;
    return;
  }
  const directory = path.split('/').slice(0, -1).join('/');
  for (const line of parseNetworkInterfaces(text.value)) {
    reading.lines.push(line);
    if (line.kind !== 'source') continue;
    for (const written of line.paths) {
      for (const found of await expanded(files, absolute(written, directory), reading)) {
        if (line.directory) await readDirectory(files, found, reading);
        else await readInterfacesFile(files, found, reading);
      }
    }
  }
}

async function readDirectory(files: HostFiles, path: string, reading: Reading): Promise<void> {
  const names = await files.list(path);
  if (names.status === 'unavailable') {
    if (names.reason !== 'not-found' && names.reason !== 'malformed') reading.complete = false;
    return;
  }
  for (const name of names.value) {
    for (const found of await expanded(files, `${path}/${name}`, reading))
      await readInterfacesFile(files, found, reading);
  }
}

const absolute = (written: string, directory: string): string =>
  written.startsWith('/') ? written : `/${directory}/${written}`;

/**
 * The paths that wordexp(3) makes of one, without leading slash. Nobody knows here what its variables, quotes and home
 * directories would be; a pattern that matches nothing stays as it is, and then is not there.
 */
async function expanded(files: HostFiles, written: string, reading: Reading): Promise<readonly string[]> {
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
  return names.value
    .filter((name) => (pattern.startsWith('.') || !name.startsWith('.')) && matchesShellPattern(name, pattern))
    .map((name) => (directory === '' ? name : `${directory}/${name}`));
}
