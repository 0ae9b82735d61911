import { Command, Option } from 'commander';
import type { AliveOptions } from './aliveness';
import { olderThanLimits, tellAliveness } from './aliveness';
import type { CommandOutput } from './check-command';
import { secondsBetween } from './option-values';

/** `alive`: whether an agent still observes, by the file that it writes; for a probe of the kubelet, which has no shell. */
export function aliveCommand(output: CommandOutput): Command {
  return new Command('alive')
    .description('check whether an agent still observes: exit status 0 if so, 1 if not; for a liveness probe')
    .requiredOption('--file <file>', 'the --liveness-file of the agent')
    .addOption(
      new Option('--older-than <seconds>', 'greatest age of the file of a live agent; more than two observe intervals')
        .argParser(secondsBetween(olderThanLimits.least, olderThanLimits.most))
        .default(olderThanLimits.default),
    )
    .action((options: AliveOptions) => tellAliveness(options, output));
}
