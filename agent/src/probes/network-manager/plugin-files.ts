import type { HostFiles } from '../../host/host-files';

/** Where distributions have libraries of 64 bits. */
const libraryDirectories = [
  'usr/lib64',
  'usr/lib',
  ...['x86_64', 'aarch64', 'powerpc64le', 's390x'].map((name) => `usr/lib/${name}-linux-gnu`),
] as const;

const mostVersions = 16;

/** Whether the daemon was built with a plugin, by the plugin's file beside the others; null where none is in sight. */
export async function isBuiltInPlugin(files: HostFiles, name: string): Promise<boolean | null> {
  let seen = false;
  for (const libraries of libraryDirectories) {
    const versions = await files.list(`${libraries}/NetworkManager`);
    for (const version of versions.status === 'observed' ? versions.value.slice(0, mostVersions) : []) {
      const plugins = await files.list(`${libraries}/NetworkManager/${version}`);
      const found = plugins.status === 'observed' ? plugins.value : [];
      if (found.includes(`libnm-settings-plugin-${name}.so`)) return true;
      seen ||= found.some((file) => file.endsWith('.so'));
    }
  }
  return seen ? false : null;
}
