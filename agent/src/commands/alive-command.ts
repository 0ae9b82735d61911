import { Command, Option } from 'commander';
import type { CommandOutput } from './check-command';
import { exitStatus } from './exit-status';
import { livenessAge } from './liveness-file';
import { errorText } from '../foundation/agent-log';
import { secondsBetween } from './option-values';

interface Options {
  readonly file: string;
  readonly olderThan: number;
}

/** `alive`: whether an agent still observes, by the file that it writes; for a probe of the kubelet, which has no shell. */
export function aliveCommand(output: CommandOutput): Command {
  return new Command('alive')
    .description('does an agent still observe: exit status 0 if so, 1 if not; for a liveness probe')
    .requiredOption('--file <file>', 'the --liveness-file of the agent')
    .addOption(
      new Option(
        '--older-than <seconds>',
        'a file that is older says that the agent hangs; more than two observe intervals',
      )
        .argParser(secondsBetween(2, 86_400))
        .default(120),
    )
    .action(async ({ file, olderThan }: Options) => {
      const problem = await problemOf(file, olderThan);
      if (problem !== undefined) output.write(`not alive: ${problem}\n`);
      output.end(problem === undefined ? exitStatus.ready : exitStatus.toolFailed);
    });
}

async function problemOf(file: string, olderThan: number): Promise<string | undefined> {
  try {
    const age = await livenessAge(file);
    return age <= olderThan ? undefined : `the agent ended its last observation ${String(Math.round(age))} seconds ago`;
  } catch (error) {
    return errorText(error);
  }
}
