import { parseArgs } from 'node:util';
import { consoleProfiles, type ConsoleProfile } from '../console-profiles';

export interface ConsoleBenchOptions {
  /** Sizes of the fleet, in the order in which they are measured. */
  readonly nodes: readonly number[];
  readonly consoles: readonly ConsoleProfile[];
  /** Of which medians are taken. */
  readonly runs: number;
  /** Whether the figures are kept for docs/console-performance.md. */
  readonly record: boolean;
}

/** What was wrong with the words behind the command; its message is for people. */
export class OptionError extends Error {}

export const usage = `Usage: npm run bench:console -- [options]

  --nodes N[,N…]       sizes of the sample fleet (default 100,2000,5000; each at most 10000)
  --console X[,X…]     emulated consoles (default ${consoleProfiles.join(',')})
  --runs N             how often everything is measured, for medians (default 3)
  --record             keep the figures, of which npm run generate-docs writes docs/console-performance.md
  --help
`;

const largestFleet = 10_000;
const mostRuns = 50;

const defaults = { nodes: '100,2000,5000', console: consoleProfiles.join(','), runs: '3' };

/** Reads the words behind `npm run bench:console --`; undefined where only help was asked for. Throws an OptionError. */
export function consoleBenchOptions(words: readonly string[]): ConsoleBenchOptions | undefined {
  const values = parsed(words);
  if (values.help) return undefined;
  return {
    nodes: distinct(values.nodes).map((text) => wholeNumber('nodes', text, largestFleet)),
    consoles: distinct(values.console).map(consoleNamed),
    runs: wholeNumber('runs', values.runs, mostRuns),
    record: values.record,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        nodes: { type: 'string', default: defaults.nodes },
        console: { type: 'string', default: defaults.console },
        runs: { type: 'string', default: defaults.runs },
        record: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
}

const distinct = (list: string): readonly string[] => [...new Set(list.split(','))];

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > most)
    throw new OptionError(`--${option}: "${text}" is not a number from 1 to ${String(most)}`);
  return number;
}

function consoleNamed(name: string): ConsoleProfile {
  if (!consoleProfiles.includes(name))
    throw new OptionError(`--console: "${name}" is none of ${consoleProfiles.join(', ')}`);
  return name;
}
