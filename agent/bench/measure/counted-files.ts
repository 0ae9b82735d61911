import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What was asked of the file system, whatever the answer. */
export interface FileCounts {
  /** Questions about a path or an open file. */
  lookedAt: number;
  links: number;
  listed: number;
  opened: number;
  reads: number;
  bytes: number;
}

type Kind = Exclude<keyof FileCounts, 'bytes'>;
type Functions = Record<string, (...words: unknown[]) => unknown>;

/** Functions that take a path; those without promises have `Sync` at their end. */
const ofPaths: Readonly<Record<string, Kind>> = {
  lstat: 'lookedAt',
  stat: 'lookedAt',
  access: 'lookedAt',
  readlink: 'links',
  readdir: 'listed',
  opendir: 'listed',
  open: 'opened',
};
const ofPathsSync = Object.fromEntries(Object.entries(ofPaths).map(([name, kind]) => [`${name}Sync`, kind]));
/** Methods of an open file, and functions of a descriptor. */
const ofHandles: Readonly<Record<string, Kind>> = { read: 'reads', stat: 'lookedAt' };
const ofDescriptors: Readonly<Record<string, Kind>> = { readSync: 'reads', fstatSync: 'lookedAt' };

/**
 * Counts from now on what this process asks of the files below a directory, through functions of Node.js with promises and
 * without. What was imported before by the functions' names is not counted, nor are functions that take a callback.
 */
export function countFilesBelow(directory: string): FileCounts {
  const counts: FileCounts = { lookedAt: 0, links: 0, listed: 0, opened: 0, reads: 0, bytes: 0 };
  const descriptors = new Set<unknown>();
  const succeeded = (kind: Kind, result: unknown): void => {
    if (kind === 'reads')
      counts.bytes += typeof result === 'number' ? result : (result as { bytesRead: number }).bytesRead;
    if (kind !== 'opened') return;
    if (typeof result === 'number') descriptors.add(result);
    else countIn(result as Functions, ofHandles, () => true);
  };
  const countIn = (
    holder: Functions,
    names: Readonly<Record<string, Kind>>,
    isOurs: (first: unknown) => boolean,
  ): void => {
    for (const [name, kind] of Object.entries(names))
      wrap(holder, name, (first) => {
        if (!isOurs(first)) return undefined;
        counts[kind] += 1;
        return (result) => succeeded(kind, result);
      });
  };
  const isBelow = (path: unknown): boolean => String(path).startsWith(`${directory}/`);
  const functions = fs as unknown as Functions;
  countIn(fs.promises as unknown as Functions, ofPaths, isBelow);
  countIn(functions, ofPathsSync, isBelow);
  countIn(functions, ofDescriptors, (descriptor) => descriptors.has(descriptor));
  wrap(functions, 'closeSync', (descriptor) => {
    descriptors.delete(descriptor);
    return undefined;
  });
  syncBuiltinESMExports();
  return counts;
}

/** Has `called` called before each call, and what it returns with what the call gave in the end, unless that failed. */
function wrap(
  holder: Functions,
  name: string,
  called: (first: unknown) => ((result: unknown) => void) | undefined,
): void {
  const original = holder[name];
  if (original === undefined) return;
  holder[name] = (...words) => {
    const succeeded = called(words[0]);
    const result = original.apply(holder, words);
    if (!(result instanceof Promise)) succeeded?.(result);
    else if (succeeded !== undefined) return result.then((value: unknown) => (succeeded(value), value));
    return result;
  };
}
