import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createHostFiles } from '../src/host/create-host-files';
import { pathForNode } from '../src/host/file-name';
import type { Host } from '../src/host/host';
import type { HostFiles } from '../src/host/host-files';

/** A symbolic link in a host tree. */
export interface LinkTo {
  readonly linkTo: string;
}

/** Files of a host tree by path (which `nameFromBytes` may have made of bytes), with their content; a path that ends in `/` is an empty directory. */
export type HostTree = Readonly<Record<string, string | Uint8Array | LinkTo>>;

/** What a test changes about how the host is looked at. */
export interface TemporaryHostOptions {
  readonly live?: boolean;
  readonly kernelRelease?: string;
  /** Changes what reading the tree gives, e.g. to deny a file. */
  readonly files?: (files: HostFiles) => HostFiles;
}

const made: string[] = [];

/** Makes a host of real files in a temporary directory, for tests. `removeTemporaryHosts` takes it away again. */
export function temporaryHost(
  tree: HostTree,
  { live = false, kernelRelease, files = (same) => same }: TemporaryHostOptions = {},
): Host {
  const root = mkdtempSync(join(tmpdir(), 'calico-readiness-host-'));
  made.push(root);
  for (const [path, content] of Object.entries(tree)) {
    const absolute = join(root, path);
    mkdirSync(pathForNode(path.endsWith('/') ? absolute : dirname(absolute)), { recursive: true });
    if (path.endsWith('/')) continue;
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(pathForNode(absolute), content);
    else symlinkSync(pathForNode(content.linkTo), pathForNode(absolute));
  }
  return { files: files(createHostFiles(root)), live, ...(kernelRelease !== undefined && { kernelRelease }) };
}

/** Removes every host that `temporaryHost` made. */
export function removeTemporaryHosts(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
