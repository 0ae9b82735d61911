import { errorText } from '../foundation/agent-log';
import type { CommandOutput } from './check-command';
import { exitStatus } from './exit-status';
import { livenessAge } from './liveness-file';

/** Seconds after which a liveness file is too old. */
export const olderThanLimits = { least: 2, most: 86_400, default: 120 } as const;

/** What `alive` was asked. */
export interface AliveOptions {
  readonly file: string;
  /** Seconds. */
  readonly olderThan: number;
}

/** Says nothing of an agent that is alive, and why another one is not. */
export async function tellAliveness(
  options: AliveOptions,
  output: Pick<CommandOutput, 'write' | 'end'>,
): Promise<void> {
  const problem = await problemOf(options);
  if (problem !== undefined) output.write(`not alive: ${problem}\n`);
  output.end(problem === undefined ? exitStatus.ready : exitStatus.toolFailed);
}

async function problemOf({ file, olderThan }: AliveOptions): Promise<string | undefined> {
  try {
    const age = await livenessAge(file);
    return age <= olderThan ? undefined : `the agent ended its last observation ${String(Math.round(age))} seconds ago`;
  } catch (error) {
    return errorText(error);
  }
}

/**
 * The options of `alive` where they are written as in every manifest, each once and with its value behind it; undefined
 * for everything else, about which the command line itself has to say something.
 */
export function plainAliveOptions([command, ...words]: readonly string[]): AliveOptions | undefined {
  if (command !== 'alive' || words.length % 2 !== 0) return undefined;
  const values = new Map<string, string>();
  for (let index = 0; index < words.length; index += 2) values.set(words[index] ?? '', words[index + 1] ?? '');
  const file = values.get('--file') ?? '';
  const olderThan = values.get('--older-than') ?? String(olderThanLimits.default);
  const known = values.size === words.length / 2 && [...values.keys()].every(isOption);
  if (!known || file === '' || file.startsWith('-') || !/^\d{1,5}$/.test(olderThan)) return undefined;
  const seconds = Number(olderThan);
  return seconds < olderThanLimits.least || seconds > olderThanLimits.most ? undefined : { file, olderThan: seconds };
}

const isOption = (word: string): boolean => word === '--file' || word === '--older-than';
