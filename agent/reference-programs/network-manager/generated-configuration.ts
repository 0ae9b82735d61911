import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathForNode } from '../../src/host/file-name';

/** Configuration files by their path on the host, as bytes. */
export type GeneratedConfiguration = Readonly<Record<string, Uint8Array>>;

/** Writes the files below a root that has the directories of an installed daemon. */
export function writeConfiguration(root: string, files: GeneratedConfiguration): void {
  for (const top of ['usr/lib', 'run', 'etc']) mkdirSync(join(root, top, 'NetworkManager/conf.d'), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(pathForNode(join(root, path)), content);
  }
}
