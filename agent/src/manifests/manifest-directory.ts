import { lstatSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './manifest-texts';

/** What a directory has of the manifests already. */
export interface DirectoryState {
  readonly missing: readonly Manifest[];
  /** File names whose content is what would be written. */
  readonly same: readonly string[];
  /** File names whose content, or kind, is another. */
  readonly different: readonly string[];
}

/**
 * Why nothing can be written to a directory; undefined where it can be. The installer reads `manifests` and `openshift` of
 * its directory and nothing else, so that a file beside them would be lost without a word (openshift/installer,
 * pkg/asset/manifests).
 */
export function directoryProblem(directory: string): string | undefined {
  const state = statSync(directory, { throwIfNoEntry: false });
  if (state === undefined)
    return `${directory} does not exist. Make it with 'openshift-install create manifests', and give its folder openshift.`;
  if (!state.isDirectory()) return `${directory} is not a directory.`;
  const holds = (name: string): boolean =>
    statSync(path.join(directory, name), { throwIfNoEntry: false })?.isDirectory() === true;
  return holds('manifests') && holds('openshift')
    ? `${directory} is an installation directory, of which the installer reads two folders only. Give ${path.join(directory, 'openshift')}.`
    : undefined;
}

/** Compares the manifests with the files of these names. Reads no file that has another size. */
export function directoryState(directory: string, manifests: readonly Manifest[]): DirectoryState {
  const missing: Manifest[] = [];
  const same: string[] = [];
  const different: string[] = [];
  for (const manifest of manifests) {
    const file = path.join(directory, manifest.fileName);
    const state = lstatSync(file, { throwIfNoEntry: false });
    if (state === undefined) missing.push(manifest);
    else if (
      state.isFile() &&
      state.size === Buffer.byteLength(manifest.text) &&
      readFileSync(file, 'utf8') === manifest.text
    )
      same.push(manifest.fileName);
    else different.push(manifest.fileName);
  }
  return { missing, same, different };
}
