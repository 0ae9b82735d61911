/** No optimizing compiler: what it makes is thrown away before it pays. */
const unoptimized = ['--no-opt', '--no-maglev'];

/**
 * Young garbage is collected by the thread that makes it: a megabyte of it is not worth waking four others. V8 asks for
 * these two at each collection. Those of marking it must be told at its start: changed later they end the process.
 */
const inOneThread = ['--no-parallel-scavenge', '--no-parallel-compaction'];

/**
 * A young generation that does not grow beyond its first megabyte (it else keeps 32 MB that are garbage), and collections
 * that give memory back.
 */
const small = ['--optimize-for-size', '--semi-space-growth-factor=1'];

/**
 * How V8 is to work for a command (`node --v8-options`): a check ends after a fifth of a second, and the agent works for a
 * tenth of a second in thirty. The others, of which the controller has the work of a fleet, leave V8 as it is. The V8 of
 * Node.js 20, 22 and 24 knows all of these; one that does not says so on standard error and goes on.
 */
export function engineFlagsOf(command: string | undefined): readonly string[] {
  switch (command) {
    case 'check':
      return [...unoptimized, ...inOneThread];
    case 'agent':
      return [...unoptimized, ...inOneThread, ...small];
    default:
      return [];
  }
}
