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
  /** The real console to measure in, instead of the emulated ones. */
  readonly real?: RealConsole;
}

/** A console that runs already, with the plugin and a fleet of the size that is named. */
export interface RealConsole {
  /** Its root, without ending slash. */
  readonly origin: string;
  /** Root of what changes nodes of that fleet when it is asked to, as the standalone host does. */
  readonly changes: string | undefined;
}

/** What was wrong with the words behind the command; its message is for people. */
export class OptionError extends Error {}

export const usage = `Usage: npm run bench:console -- [options]

  --nodes N[,N…]       sizes of the sample fleet (default 100,2000,5000; each at most 10000)
  --console X[,X…]     emulated consoles (default ${consoleProfiles.join(',')})
  --real-console URL   a real console that runs, with the plugin and as many nodes as --nodes says behind it;
                       --console then names its release, and its own list of Nodes is the yardstick
  --changes URL        what changes the nodes of that fleet, by POST /standalone/changes as the standalone host takes
                       it with --test-controls; CALICO_READINESS_TOKEN is its token
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
  const real = values['real-console'];
  return {
    ...(real !== undefined && { real: realConsole(real, values) }),
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
        'real-console': { type: 'string' },
        changes: { type: 'string' },
        record: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
}

/** There one fleet is behind one console. */
function realConsole(
  url: string,
  asked: Readonly<Record<'nodes' | 'console', string>> & { changes?: string },
): RealConsole {
  for (const option of ['nodes', 'console'] as const)
    if (distinct(asked[option]).length !== 1)
      throw new OptionError(`--real-console: give --${option} exactly one value`);
  return {
    origin: originOf('real-console', url),
    changes: asked.changes === undefined ? undefined : originOf('changes', asked.changes),
  };
}

function originOf(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw new OptionError(`--${option}: "${text}" is not an address such as http://127.0.0.1:9000`);
  return url.origin;
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
