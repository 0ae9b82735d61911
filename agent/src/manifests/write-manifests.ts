import { closeSync, fsyncSync, linkSync, openSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './manifest-texts';

/**
 * Writes files that are not there yet, each whole or not at all: under another name first, which the installer does not
 * read, and then linked to its own, which fails where somebody has made that file in the meantime. What was written of several
 * before an error is taken away again. Throws the error of the file system.
 */
export function writeManifests(directory: string, manifests: readonly Manifest[]): void {
  const finished: string[] = [];
  try {
    for (const { fileName, text } of manifests) {
      const file = path.join(directory, fileName);
      writeWhole(file, path.join(directory, `.${fileName}.${String(process.pid)}`), text);
      finished.push(file);
    }
  } catch (error) {
    finished.forEach(removed);
    throw error;
  }
}

function writeWhole(file: string, temporary: string, text: string): void {
  const descriptor = openSync(temporary, 'wx', 0o644);
  try {
    try {
      writeAll(descriptor, Buffer.from(text));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    linkSync(temporary, file);
  } finally {
    removed(temporary);
  }
}

/** One write may take less than it was given (write(2)). */
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}

/** What cannot be taken away stays; the first error is the one to tell. */
function removed(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Nothing else can be done about it.
  }
}
