import { byBytes } from '../../host/file-name';
import type { HostFiles } from '../../host/host-files';
import type { NetworkAssignment } from '../../parsers/systemd-network';
import { parseSystemdNetwork } from '../../parsers/systemd-network';
import type { NetworkFile } from '../../programs/systemd-networkd/managed-links';

/** Highest priority first (systemd.network(5), "DESCRIPTION"); the last one is the vendor's again where /lib is no link. */
const directories = [
  'etc/systemd/network',
  'run/systemd/network',
  'usr/local/lib/systemd/network',
  'usr/lib/systemd/network',
  'lib/systemd/network',
];

const largestFile = 64 * 1024;
const mostFiles = 512;
/** Characters that all files and drop-ins assign; a genuine host has some thousand. */
const longestText = 512 * 1024;

/** A text, or that the path holds none: masked, not there, or nothing to read as a file. */
type Content = string | 'nothing' | 'unreadable';

/** Names in a directory; null when it could not be listed. */
type Listing = readonly string[] | null;

/**
 * The `.network` files in networkd's order: by name over all directories, where a name in a higher directory replaces the
 * same name in a lower one, even with an empty file or a link to nothing, which masks it. Undefined when a directory could not
 * be listed, since a file in it may come first, or more files are there than are looked at.
 */
export async function readNetworkFiles(files: HostFiles): Promise<readonly NetworkFile[] | undefined> {
  const linked = (await files.readLink('lib')).status === 'observed';
  const searchPath = linked ? directories.filter((path) => !path.startsWith('lib/')) : directories;
  const parents = await Promise.all(['etc', 'usr'].map((path) => files.list(path)));
  if (!parents.every(({ status }) => status === 'observed')) return undefined;
  const paths = await pathsByName(files, searchPath, '.network');
  if (paths === undefined || paths.length > mostFiles) return undefined;
  const read: NetworkFile[] = [];
  let length = 0;
  for (const path of paths) {
    const file = await readNetworkFile(files, searchPath, path);
    if (file !== undefined) read.push(file);
    length += lengthOf(file?.assignments ?? []);
    if (length > longestText) return undefined;
  }
  return read;
}

async function readNetworkFile(
  files: HostFiles,
  searchPath: readonly string[],
  path: string,
): Promise<NetworkFile | undefined> {
  const own = await readContent(files, path);
  if (own === 'nothing') return undefined;
  const dropIns = await pathsByName(
    files,
    searchPath.map((directory) => `${directory}/${nameOf(path)}.d`),
    '.conf',
  );
  if (own === 'unreadable' || dropIns === undefined || dropIns.length > mostFiles)
    return { path, assignments: undefined };
  const assignments: NetworkAssignment[] = [];
  for (const content of [own, ...(await Promise.all(dropIns.map((dropIn) => readContent(files, dropIn))))]) {
    if (content === 'nothing') continue;
    if (content === 'unreadable') return { path, assignments: undefined };
    const result = parseSystemdNetwork(content);
    // networkd passes over a file that it can't read to its end, which another version may do; so nothing is made of it.
    if (result.status === 'malformed') return { path, assignments: undefined };
    for (const assignment of result.value) assignments.push(assignment);
    if (lengthOf(assignments) > longestText) return { path, assignments: undefined };
  }
  return { path, assignments };
}

/** The paths that count, in the order of their names; a name counts in the highest directory that has it, and hidden names nowhere. */
async function pathsByName(
  files: HostFiles,
  searchPath: readonly string[],
  ending: string,
): Promise<readonly string[] | undefined> {
  const listings = await Promise.all(searchPath.map((directory) => listIfThere(files, directory)));
  const paths = new Map<string, string>();
  for (const [index, names] of listings.entries()) {
    if (names === null) return undefined;
    for (const name of names) {
      if (name.endsWith(ending) && !name.startsWith('.') && !paths.has(name))
        paths.set(name, `${searchPath[index] ?? ''}/${name}`);
    }
  }
  return [...paths].sort(([left], [right]) => byBytes(left, right)).map(([, path]) => path);
}

async function listIfThere(files: HostFiles, directory: string): Promise<Listing> {
  const names = await files.list(directory);
  if (names.status === 'observed') return names.value;
  return names.reason === 'not-found' || names.reason === 'malformed' ? [] : null;
}

async function readContent(files: HostFiles, path: string): Promise<Content> {
  const kind = await files.kind(path);
  if (kind.status === 'unavailable' || kind.value === 'absent') return 'unreadable';
  if (kind.value !== 'file') return 'nothing';
  const text = await files.readText(path, largestFile);
  if (text.status === 'unavailable') return 'unreadable';
  return text.value === '' ? 'nothing' : text.value;
}

const lengthOf = (assignments: readonly NetworkAssignment[]): number =>
  assignments.reduce((sum, { key, value }) => sum + key.length + value.length, 0);

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
