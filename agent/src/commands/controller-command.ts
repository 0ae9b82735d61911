import { hostname } from 'node:os';
import { Command, Option } from 'commander';
import type { LogLevel } from '../foundation/agent-log';
import { logLevels } from '../foundation/agent-log';
import type { CommandOutput } from './check-command';
import { exitStatus, UsageError } from './exit-status';
import { secondsBetween } from './option-values';

interface Options {
  readonly namespace?: string;
  readonly identity: string;
  readonly detectInterval: number;
  readonly leaseDuration: number;
  readonly kubeconfig?: string;
  readonly livenessFile?: string;
  readonly logLevel: LogLevel;
}

/** `controller`: keep what belongs to the cluster as a whole up to date for as long as the process lives. */
export function controllerCommand(output: CommandOutput): Command {
  return new Command('controller')
    .description('detect the cluster profile, publish it to the agents, and sum their reports up')
    .addOption(
      new Option('--namespace <name>', 'where the Lease is by which one of several leads').env('POD_NAMESPACE'),
    )
    .addOption(
      new Option('--identity <name>', 'what this one is called in the Lease; no two may have the same')
        .env('POD_NAME')
        .default(hostname(), 'the name of the host'),
    )
    .addOption(
      new Option('--detect-interval <seconds>', "time between two readings of the cluster's objects, 13 requests each")
        .argParser(secondsBetween(30, 86_400))
        .default(300),
    )
    .addOption(
      new Option('--lease-duration <seconds>', 'after so long without a sign of life another one takes over')
        .argParser(secondsBetween(6, 600))
        .default(60),
    )
    .option('--kubeconfig <file>', 'how to reach the API; inside a pod its service account is used')
    .option(
      '--liveness-file <file>',
      "written while it works, for a liveness probe: 'calico-readiness alive --file <file>'",
    )
    .addOption(new Option('--log-level <level>', 'the least that is logged').choices(logLevels).default('info'))
    .action(async (options: Options) => {
      const { namespace } = options;
      if (namespace === undefined || namespace === '') {
        throw new UsageError(
          "option '--namespace <name>' is missing: give it, or set the environment variable POD_NAMESPACE from metadata.namespace of the pod.",
        );
      }
      // Loads what only the controller needs: a check must not wait for the Kubernetes client.
      const { controlForEver } = await import('./control-for-ever');
      await controlForEver({ ...options, namespace });
      output.end(exitStatus.ready);
    });
}
