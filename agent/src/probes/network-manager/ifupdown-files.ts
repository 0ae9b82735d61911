import type { HostFiles } from '../../host/host-files';
import { parseNetworkInterfaces } from '../../parsers/network-interfaces';
import type { IfupdownInterfaces } from '../../programs/network-manager/ifupdown-interfaces';
import { namesTakenByIfupdown } from '../../programs/network-manager/ifupdown-interfaces';
import { isBuiltInPlugin } from './plugin-files';
import { expanded } from './expanded-path';
import type { Reading } from './ifupdown-reading';
import { isTooMuch, nothingRead } from './ifupdown-reading';

const interfacesFile = 'etc/network/interfaces';
const largestFile = 1024 * 1024;

/**
 * Reads /etc/network/interfaces and every file that its `source` and `source-directory` lines name, as NetworkManager's
 * ifupdown plugin does: patterns are the shell's, and of a directory every file counts, whatever its name.
 */
export async function readIfupdownInterfaces(files: HostFiles): Promise<IfupdownInterfaces> {
  const reading = nothingRead();
  await readInterfacesFile(files, interfacesFile, reading);
  const names = namesTakenByIfupdown(reading.lines);
  // Without a name the plugin does nothing, loaded or not.
  const byDefault = names.length === 0 && reading.complete ? null : await isBuiltInPlugin(files, 'ifupdown');
  return { names, complete: reading.complete, byDefault };
}

async function readInterfacesFile(files: HostFiles, path: string, reading: Reading): Promise<void> {
  reading.files += 1;
  if (isTooMuch(reading)) return;
  const text = await files.readText(path, largestFile);
  // A file that is not there, or is a directory, says nothing.
  if (text.status === 'unavailable') {
    if (text.reason !== 'not-found' && text.reason !== 'malformed') reading.complete = false;
    return;
  }
  reading.length += text.value.length;
  if (isTooMuch(reading)) return;
  const directory = path.split('/').slice(0, -1).join('/');
  for (const line of parseNetworkInterfaces(text.value)) {
    reading.lines.push(line);
    if (line.kind !== 'source') continue;
    for (const written of line.paths) {
      reading.paths += 1;
      if (isTooMuch(reading)) return;
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
    if (isTooMuch(reading)) return;
    for (const found of await expanded(files, `${path}/${name}`, reading))
      await readInterfacesFile(files, found, reading);
  }
}

const absolute = (written: string, directory: string): string =>
  written.startsWith('/') ? written : `/${directory}/${written}`;
