import { Command, Option } from 'commander';
import type { CommandOutput } from './check-command';
import type { PeerConfigMaps } from '../flow-agent/peer-list/read-peer-shards';
import type { LogLevel } from '../foundation/agent-log';
import { logLevels } from '../foundation/agent-log';
import { exitStatus, UsageError } from './exit-status';
import type { NamespacedName } from './option-values';
import { namespacedName, peerConfigMapsOf, secondsBetween } from './option-values';
import type { ProfileOptions } from './profile-options';
import { addProfileOptions, declarationOf } from './profile-options';

interface Options extends ProfileOptions {
  readonly nodeName?: string;
  readonly hostRoot: string;
  readonly observeInterval: number;
  readonly reportInterval: number;
  readonly kubeconfig?: string;
  readonly awaitProfile: number;
  readonly livenessFile?: string;
  readonly peersConfigMaps?: PeerConfigMaps;
  readonly flowKeySecret?: NamespacedName;
  readonly logLevel: LogLevel;
}

/** `agent`: observe this node for as long as the process lives and publish its NodeReport. */
export function agentCommand(output: CommandOutput): Command {
  const command = new Command('agent')
    .description('observe this node continuously and publish its NodeReport')
    .addOption(new Option('--node-name <name>', 'name of the Node object').env('NODE_NAME'))
    .option('--host-root <directory>', "where the host's root directory is mounted", '/host')
    .addOption(
      new Option('--observe-interval <seconds>', 'time between two observations')
        .argParser(secondsBetween(1, 3600))
        .default(30),
    )
    .addOption(
      new Option('--report-interval <seconds>', 'a report without news is written this often')
        .argParser(secondsBetween(10, 86_400))
        .default(900),
    )
    .option('--kubeconfig <file>', 'how to reach the API; inside a pod its service account is used')
    .addOption(
      new Option('--await-profile <seconds>', "how long to wait for a controller's profile before the first report")
        .argParser(secondsBetween(0, 3600))
        .default(0),
    )
    .addOption(
      new Option(
        '--peers-config-maps <namespace/prefix>',
        'where the controller lists the other nodes; the flows to them are tested',
      ).argParser(peerConfigMapsOf),
    )
    .addOption(
      new Option(
        '--flow-key-secret <namespace/name>',
        'Secret with the key by which agents know each other; without it VXLAN, IP-in-IP and WireGuard are not tested',
      ).argParser(namespacedName),
    )
    .option(
      '--liveness-file <file>',
      "written after each observation, for a liveness probe: 'calico-readiness alive --file <file>'",
    );
  command.addOption(
    new Option('--log-level <level>', 'debug adds how long each probe took, and how it ended')
      .choices(logLevels)
      .default('info'),
  );
  addProfileOptions(command);
  return command.action(async (options: Options) => {
    if (options.nodeName === undefined || options.nodeName === '') {
      throw new UsageError(
        "option '--node-name <name>' is missing: give it, or set the environment variable NODE_NAME from spec.nodeName of the pod.",
      );
    }
    // Loads what only the agent needs: a check must not wait for the Kubernetes client.
    const { observeForEver } = await import('./observe-for-ever');
    await observeForEver({ ...options, nodeName: options.nodeName, ...(await declarationOf(options)) });
    output.end(exitStatus.ready);
  });
}
