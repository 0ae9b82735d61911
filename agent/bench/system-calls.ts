import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expectAnswer, program } from './measured-run';

/** System calls by name, of all threads of a process. */
export type SystemCalls = ReadonlyMap<string, number>;

/** Why they could not be counted, for a person. */
export type NotCounted = 'strace is not installed' | 'strace may not trace here';

// Of `strace -c`: share, seconds, microseconds a call, calls, errors (blank for none), name.
const row = /^ *[\d.]+ +[\d.]+ +\d+ +(\d+) (?:[ \d]*) (\w+)$/gm;

/** Counts with strace(1) what the program asks of the kernel from its first instruction on. */
export function countSystemCalls(directory: string, words: readonly string[]): SystemCalls | NotCounted {
  const summary = path.join(directory, 'strace.txt');
  const { error, status, stderr } = spawnSync(
    'strace',
    ['-f', '-c', '-o', summary, process.execPath, program, ...words],
    { encoding: 'utf8' },
  );
  if (error !== undefined) return 'strace is not installed';
  if (/ptrace|PTRACE/.test(stderr)) return 'strace may not trace here';
  expectAnswer(status, stderr);
  const counts = [...readFileSync(summary, 'utf8').matchAll(row)].map(
    ([, calls, name]) => [name ?? '', Number(calls)] as const,
  );
  const calls = new Map(counts.filter(([name]) => name !== 'total'));
  // strace adds up itself: a row that was not understood must not go unnoticed.
  if (total(calls) !== counts.find(([name]) => name === 'total')?.[1])
    throw new Error("strace's summary has another format than the known one");
  return calls;
}

/** All calls, or those of some names. */
export const total = (calls: SystemCalls, names: readonly string[] = [...calls.keys()]): number =>
  names.reduce((sum, name) => sum + (calls.get(name) ?? 0), 0);

/** What reading a host takes, by kind; the names are those of every architecture (syscalls(2)). */
export const fileSystemCalls: readonly (readonly [string, readonly string[]])[] = [
  [
    'looking at a path',
    ['stat', 'lstat', 'fstat', 'newfstatat', 'fstatat64', 'statx', 'access', 'faccessat', 'faccessat2'],
  ],
  ['opening', ['open', 'openat', 'openat2']],
  ['reading', ['read', 'pread64', 'readv', 'preadv', 'preadv2']],
  ['listing', ['getdents', 'getdents64']],
  ['following a link', ['readlink', 'readlinkat']],
  ['closing', ['close']],
];
