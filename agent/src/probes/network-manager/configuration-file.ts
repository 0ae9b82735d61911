import type { HostFiles } from '../../host/host-files';
import type { KeyFileGroup } from '../../parsers/network-manager-conf';
import { parseNetworkManagerConf } from '../../parsers/network-manager-conf';

/** A configuration file that the daemon reads, or why it is not known what it says. */
export type ConfigurationFile = FileStatus & {
  readonly path: string;
  /** Whether it is not known that the daemon reads it: at the next boot, one below /run, and what that hides. */
  readonly perhaps?: true;
};

type FileStatus =
  | { readonly status: 'read'; readonly groups: readonly KeyFileGroup[]; readonly snippet: boolean }
  | { readonly status: 'refused' | 'unreadable' };

/** What the daemon itself writes (NetworkManager.conf(5), "FILE FORMAT"). */
export const internalFile = 'var/lib/NetworkManager/NetworkManager-intern.conf';

/** The first one that exists is the base file; a deprecated name is tried first and forgiven its errors. */
const deprecatedBaseFile = 'etc/NetworkManager/nm-system-settings.conf';
const baseFile = 'etc/NetworkManager/NetworkManager.conf';

const largestFile = 1024 * 1024;

/** What is listed and is no regular file stops the daemon: a directory, a device, a link to nothing. */
export async function readSnippet(files: HostFiles, path: string): Promise<ConfigurationFile> {
  const kind = await files.kind(path);
  if (kind.status === 'unavailable' || kind.value === 'absent') return { path, status: 'unreadable' };
  return kind.value === 'file' ? readFile(files, path, true) : { path, status: 'refused' };
}

/** A base file that does not exist, not even behind its link, is as good as an empty one. */
export async function readBaseFile(files: HostFiles): Promise<readonly ConfigurationFile[]> {
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
export async function readInternalFile(files: HostFiles): Promise<readonly KeyFileGroup[] | null> {
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
