import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathForNode } from '../../src/host/file-name';

/** Files of networkd by their path on the host: a text, or where a link leads. */
export type GeneratedNetworkFiles = Readonly<Record<string, string | { readonly linkTo: string }>>;

/** Where networkd looks for files, the first of a name before the others. */
export const networkDirectories = [
  'etc/systemd/network',
  'run/systemd/network',
  'usr/local/lib/systemd/network',
  'usr/lib/systemd/network',
] as const;

/** Writes the files below a root that has all of networkd's directories. */
export function writeNetworkFiles(root: string, files: GeneratedNetworkFiles): void {
  for (const directory of networkDirectories) mkdirSync(join(root, directory), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    const file = pathForNode(join(root, path));
    mkdirSync(pathForNode(dirname(join(root, path))), { recursive: true });
    if (typeof content === 'string') writeFileSync(file, content);
    else symlinkSync(content.linkTo, file);
  }
}
