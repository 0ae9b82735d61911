import type { HostFiles } from '../../host/host-files';
import type { KeyFileGroup } from '../../parsers/network-manager-conf';
import { parseNetworkManagerConf } from '../../parsers/network-manager-conf';

/** A configuration file that the daemon reads, or why it is not known what it says. */
export type ConfigurationFile =
  | {
      readonly path: string;
      readonly status: 'read';
      readonly groups: readonly KeyFileGroup[];
      readonly snippet: boolean;
    }
  | { readonly path: string; readonly status: 'refused' }
  | { readonly path: string; readonly status: 'unreadable' };

/** What the daemon would read at its next start. */
export interface ConfigurationFiles {
  /** In reading order, without those that another directory shadows. */
  readonly files: readonly ConfigurationFile[];
  /** The sections of the daemon's own file; null when it could not be read. */
  readonly internal: readonly KeyFileGroup[] | null;
  /** False when a directory could not be read, or more files are there than are looked at. */
  readonly complete: boolean;
}

export const internalFile = 'var/lib/NetworkManager/NetworkManager-intern.conf';

const vendorDirectory = 'usr/lib/NetworkManager/conf.d';
const runtimeDirectory = 'run/NetworkManager/conf.d';
const administratorDirectory = 'etc/NetworkManager/conf.d';
/** The first one that exists is the base file; a deprecated name is tried first and forgiven its errors. */
const deprecatedBaseFile = 'etc/NetworkManager/nm-system-settings.conf';
const baseFile = 'etc/NetworkManager/NetworkManager.conf';

const largestFile = 1024 * 1024;
const mostFiles = 256;

/**
 * Reads all configuration files in the order of NetworkManager.conf(5), "DESCRIPTION": vendor, run time, base
 * file, administrator. A name in a later directory shadows the same name in an earlier one, whatever it holds.
 */
export async function readConfigurationFiles(files: HostFiles): Promise<ConfigurationFiles> {
  const [vendor, runtime, administrator, parents] = await Promise.all([
    snippetNames(files, vendorDirectory),
    snippetNames(files, runtimeDirectory),
    snippetNames(files, administratorDirectory),
    Promise.all(['usr', 'etc'].map((path) => files.list(path))),
  ]);
  const inOrder = [
    ...snippetPaths(vendorDirectory, vendor, [runtime, administrator]),
    ...snippetPaths(runtimeDirectory, runtime, [administrator]),
  ];
  const afterBase = snippetPaths(administratorDirectory, administrator, []);
  const read = [
    ...(await readAll(files, inOrder.slice(0, mostFiles))),
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

/** What is listed and is no regular file stops the daemon: a directory, a device, a link to nothing. */
async function readSnippet(files: HostFiles, path: string): Promise<ConfigurationFile> {
  const kind = await files.kind(path);
  if (kind.status === 'unavailable' || kind.value === 'absent') return { path, status: 'unreadable' };
  return kind.value === 'file' ? readFile(files, path, true) : { path, status: 'refused' };
}

/** A base file that does not exist, not even behind its link, is as good as an empty one. */
async function readBaseFile(files: HostFiles): Promise<readonly ConfigurationFile[]> {
  const deprecated = await files.kind(deprecatedBaseFile);
  if (deprecated.status === 'unavailable') return [{ path: deprecatedBaseFile, status: 'unreadable' }];
  if (deprecated.value === 'file') {
    const file = await readFile(files, deprecatedBaseFile, false);
    if (file.status !== 'refused') return [file];
  }
  const kind = await files.kind(baseFile);
  if (kind.status === 'unavailable') return [{ path: baseFile, status: 'unreadable' }];
  if (kind.value === 'absent' || kind.value === 'dangling-link') return [];
  return [kind.value === 'file' ? await readFile(files, baseFile, false) : { path: baseFile, status: 'refused' }];
}

async function readFile(files: HostFiles, path: string, snippet: boolean): Promise<ConfigurationFile> {
  const groups = await readGroups(files, path);
  if (groups === 'unreadable' || groups === 'absent') return { path, status: 'unreadable' };
  return groups === 'refused' ? { path, status: 'refused' } : { path, status: 'read', groups, snippet };
}

/** The daemon's own file does no harm when it is missing or broken: it is ignored then. */
async function readInternalFile(files: HostFiles): Promise<readonly KeyFileGroup[] | null> {
  const groups = await readGroups(files, internalFile);
  if (groups === 'unreadable') return null;
  return groups === 'absent' || groups === 'refused' ? [] : groups;
}

async function readGroups(
  files: HostFiles,
  path: string,
): Promise<readonly KeyFileGroup[] | 'unreadable' | 'refused' | 'absent'> {
  const bytes = await files.readBytes(path, largestFile);
  if (bytes.status === 'unavailable') return bytes.reason === 'not-found' ? 'absent' : 'unreadable';
  const result = parseNetworkManagerConf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value));
  return result.status === 'parsed' ? result.value : 'refused';
}
