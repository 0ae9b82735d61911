import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Fuzzing } from './fuzzing';
import { wholeNumber } from './fuzzing';

/** The command line of `npm run fuzz` says something that cannot be done; the message says what. */
export class FuzzOptionError extends Error {}

export interface FuzzOptions extends Fuzzing {
  /** Only specs whose path holds one of them; all, where there are none. */
  readonly words: readonly string[];
}

export const fuzzUsage = `
npm run fuzz -- [--seed N] [--runs N] [part of a spec's path …]
  --seed N  the seed of an earlier run, to see its failures again (random)
  --runs N  how many times as many runs as in npm test (50)`;

/** Reads the command line; throws FuzzOptionError. */
export function fuzzOptions(parameters: readonly string[]): FuzzOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      options: { seed: { type: 'string' }, runs: { type: 'string' } },
      allowPositionals: true,
    });
    const { seed, runs } = values;
    return {
      seed: seed === undefined ? randomInt(0x7fff_ffff) : wholeNumber(seed, 0, '--seed'),
      times: runs === undefined ? 50 : wholeNumber(runs, 1, '--runs'),
      words: positionals,
    };
  } catch (error) {
    // Both parseArgs and wholeNumber say in their message which option is wrong, and how.
    throw new FuzzOptionError(error instanceof Error ? error.message : String(error));
  }
}
