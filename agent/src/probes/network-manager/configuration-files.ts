import type { ObservedTime } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import type { KeyFileGroup } from '../../parsers/network-manager-conf';
import type { ConfigurationFile } from './configuration-file';
import { readBaseFile, readInternalFile, readSnippet } from './configuration-file';

/** What the daemon would read at its next start. */
export interface ConfigurationFiles {
  /** In reading order, without those that another directory shadows. */
  readonly files: readonly ConfigurationFile[];
  /** The sections of the daemon's own file; null when it could not be read. */
  readonly internal: readonly KeyFileGroup[] | null;
  /** False when a directory could not be read, or more files are there than are looked at. */
  readonly complete: boolean;
}

const vendorDirectory = 'usr/lib/NetworkManager/conf.d';
const runtimeDirectory = 'run/NetworkManager/conf.d';
const administratorDirectory = 'etc/NetworkManager/conf.d';
const mostFiles = 256;

/**
 * Reads all configuration files in the order of NetworkManager.conf(5), "DESCRIPTION": vendor, run time, base
 * file, administrator. A name in a later directory shadows the same name in an earlier one, whatever it holds. At the next
 * boot those below /run may have been written again, or not.
 */
export async function readConfigurationFiles(
  files: HostFiles,
  when: ObservedTime = 'now',
): Promise<ConfigurationFiles> {
  const [vendor, runtime, administrator, parents] = await Promise.all([
    snippetNames(files, vendorDirectory),
    snippetNames(files, runtimeDirectory),
    snippetNames(files, administratorDirectory),
    Promise.all(['usr', 'etc'].map((path) => files.list(path))),
  ]);
  const inOrder = [
    ...snippetPaths(vendorDirectory, vendor, when === 'now' ? [runtime, administrator] : [administrator]),
    ...snippetPaths(runtimeDirectory, runtime, [administrator]),
  ];
  const afterBase = snippetPaths(administratorDirectory, administrator, []);
  const hidden = new Set((runtime ?? []).map((name) => `${vendorDirectory}/${name}`));
  const isPerhaps = (path: string): boolean =>
    when === 'next boot' && (path.startsWith(runtimeDirectory) || hidden.has(path));
  const read = [
    ...(await readAll(files, inOrder.slice(0, mostFiles))).map((file) =>
      isPerhaps(file.path) ? { ...file, perhaps: true as const } : file,
    ),
    ...(await readBaseFile(files)),
    ...(await readAll(files, afterBase.slice(0, mostFiles))),
  ];
  const listed = [vendor, runtime, administrator].every((names) => names !== null);
  const complete =
    listed &&
    parents.every((names) => names.status === 'observed') &&
    inOrder.length <= mostFiles &&
    afterBase.length <= mostFiles;
  return { files: read, internal: await readInternalFile(files), complete };
}

/** Names that end in `.conf`, hidden ones too, in the order of their bytes; null when they could not be listed. */
async function snippetNames(files: HostFiles, directory: string): Promise<readonly string[] | null> {
  const names = await files.list(directory);
  if (names.status === 'observed') return names.value.filter((name) => name.endsWith('.conf'));
  return names.reason === 'not-found' || names.reason === 'malformed' ? [] : null;
}

function snippetPaths(
  directory: string,
  names: readonly string[] | null,
  shadowing: readonly (readonly string[] | null)[],
): readonly string[] {
  const shadowed = new Set(shadowing.flatMap((others) => others ?? []));
  return (names ?? []).filter((name) => !shadowed.has(name)).map((name) => `${directory}/${name}`);
}

async function readAll(files: HostFiles, paths: readonly string[]): Promise<readonly ConfigurationFile[]> {
  const read: ConfigurationFile[] = [];
  for (const path of paths) read.push(await readSnippet(files, path));
  return read;
}
