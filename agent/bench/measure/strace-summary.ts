/** System calls by name, of all threads of a process. */
export type SystemCalls = ReadonlyMap<string, number>;

// Of `strace -c`: share, seconds, microseconds a call, calls, errors (blank for none), name.
const row = /^ *[\d.]+ +[\d.]+ +\d+ +(\d+) (?:[ \d]*) (\w+)$/gm;

/** Reads the summary of `strace -c` (strace(1)). Throws where a row was not understood: strace adds up itself. */
export function parseStraceSummary(text: string): SystemCalls {
  const counts = [...text.matchAll(row)].map(([, calls, name]) => [name ?? '', Number(calls)] as const);
  const calls = new Map(counts.filter(([name]) => name !== 'total'));
  if (total(calls) !== counts.find(([name]) => name === 'total')?.[1])
    throw new Error("strace's summary has another format than the known one");
  return calls;
}

/** All calls, or those of some names. */
export const total = (calls: SystemCalls, names: readonly string[] = [...calls.keys()]): number =>
  names.reduce((sum, name) => sum + (calls.get(name) ?? 0), 0);

/** What a program asks of the kernel, by kind; the names are those of every architecture (syscalls(2)). */
export const kindsOfCalls: readonly (readonly [kind: string, names: readonly string[]])[] = [
  [
    'looking at a path',
    ['stat', 'lstat', 'fstat', 'newfstatat', 'fstatat64', 'statx', 'access', 'faccessat', 'faccessat2'],
  ],
  ['opening', ['open', 'openat', 'openat2']],
  ['reading', ['read', 'pread64', 'readv', 'preadv', 'preadv2']],
  ['listing', ['getdents', 'getdents64']],
  ['following a link', ['readlink', 'readlinkat']],
  ['closing', ['close']],
  ['memory', ['mmap', 'munmap', 'mprotect', 'madvise', 'brk', 'mremap']],
  ['between threads', ['futex', 'write', 'epoll_wait', 'epoll_pwait', 'epoll_pwait2']],
];
