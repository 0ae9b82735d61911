import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { treeRoot } from '../host/tree-host';
import type { World } from '../world/world';
import type { SystemCalls } from './strace-summary';
import { parseStraceSummary } from './strace-summary';

/** The built command line program, as users start it. */
export const program = path.join(import.meta.dirname, '../../dist/cli.js');

/** What runs in Node.js: one check of the host, the same program with nothing to do, and Node.js with nothing to do. */
export const check = [program, 'check', '--host-root', treeRoot, '-o', 'json'] as const;
export const startAlone = [program, '--help'] as const;
export const bareNode = ['-e', '0'] as const;

// Undecided and not ready are answers; anything else is no check.
const answers = [0, 3, 4];

function expectAnswer(status: number | null, errors: string | null | undefined): void {
  if (!answers.includes(status ?? -1))
    throw new Error(`The program ended with status ${String(status)}: ${errors ?? ''}`);
}

/** Milliseconds of CPU, user and system, that Node.js uses from its start to its end, as its parent is told (wait4(2)). */
export function cpuOf(world: World, words: readonly string[]): number {
  // The times go to the shell's own standard error, what the program says to descriptor 3.
  const timed = 'TIMEFORMAT="%3U %3S"; time "$@" 2>&3';
  const [command, ...parameters] = world.command(['bash', '-c', timed, 'bash', process.execPath, ...words]);
  const { status, output } = spawnSync(command, parameters, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  expectAnswer(status, output[3]);
  return (
    1000 *
    (output[2] ?? '')
      .trim()
      .split(' ')
      .map(Number)
      .reduce((sum, seconds) => sum + seconds, 0)
  );
}

/** Loaded before the program: tells at its end on descriptor 3 how much memory it had at most, in kilobytes. */
const tellPeak = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));",
)}`;

/** The most memory that Node.js has at one time, in kilobytes. */
export function peakOf(world: World, words: readonly string[]): number {
  const [command, ...parameters] = world.command([process.execPath, '--import', tellPeak, ...words]);
  const { status, output } = spawnSync(command, parameters, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  expectAnswer(status, output[2]);
  return Number(output[3]);
}

/** Counts with strace(1) what Node.js asks of the kernel from its first instruction on; a sentence where that cannot be done. */
export function systemCallsOf(world: World, words: readonly string[]): SystemCalls | string {
  const summary = path.join(world.scratch, 'strace.txt');
  const [command, ...parameters] = world.command(['strace', '-f', '-c', '-o', summary, process.execPath, ...words]);
  const { status, stderr } = spawnSync(command, parameters, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (/strace: No such file/.test(stderr)) return 'strace is not installed';
  if (/ptrace/i.test(stderr)) return 'strace may not trace here';
  expectAnswer(status, stderr);
  return parseStraceSummary(readFileSync(summary, 'utf8'));
}
