import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A command that leaves files in a directory, its working directory. */
export interface Download {
  readonly what: string;
  readonly directory: string;
  readonly command: readonly [program: string, ...parameters: string[]];
  /** What may help before the second attempt, such as asking for the lists of packages. */
  readonly beforeRetry?: readonly [program: string, ...parameters: string[]];
}

/** Long enough for a slow line; only what hangs takes this long. */
const timeLimit = 10 * 60_000;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Tries twice, prints what is downloaded and how much came, and returns whether it did. */
export function download({ what, directory, command, beforeRetry }: Download): boolean {
  mkdirSync(directory, { recursive: true });
  print(`Downloading ${what} with ${command[0]} ...`);
  const started = Date.now();
  let failure = failureOf(command, directory);
  if (failure !== undefined) {
    if (beforeRetry !== undefined) failureOf(beforeRetry, directory);
    failure = failureOf(command, directory);
  }
  if (failure === undefined) {
    print(`  ${megabytesOf(directory)} MB in ${Math.round((Date.now() - started) / 1000)} s`);
    return true;
  }
  print(`  failed twice: ${failure}. Is there a network, and is ${command[0]} set up for it?`);
  return false;
}

/** Why a command failed, in its own first words; undefined when it did not. */
function failureOf([program, ...parameters]: Download['command'], directory: string): string | undefined {
  const { status, error, stderr } = spawnSync(program, parameters, {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: timeLimit,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return undefined;
  if (error !== undefined) return `${program}: ${error.message}`;
  return `${program}: ${stderr.trim().split('\n').slice(0, 3).join(' ') || `exit status ${String(status)}`}`;
}

function megabytesOf(directory: string): string {
  const sizes = readdirSync(directory).map((name) => statSync(join(directory, name)));
  const bytes = sizes.filter((entry) => entry.isFile()).reduce((sum, { size }) => sum + size, 0);
  return (bytes / 1_000_000).toFixed(1);
}
