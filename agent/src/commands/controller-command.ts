import { hostname } from 'node:os';
import { Command, Option } from 'commander';
import type { LogLevel } from '../foundation/agent-log';
import { logLevels } from '../foundation/agent-log';
import type { CommandOutput } from './check-command';
import { exitStatus, UsageError } from './exit-status';
import type { Address } from './option-values';
import { addressOf, secondsBetween } from './option-values';
import type { MetricsPlace } from '../controller/metrics/metrics-server';

interface Options {
  readonly namespace?: string;
  readonly identity: string;
  readonly detectInterval: number;
  readonly leaseDuration: number;
  readonly metricsAddress?: Address;
  readonly metricsCertificate?: string;
  readonly metricsKey?: string;
  readonly kubeconfig?: string;
  readonly livenessFile?: string;
  readonly logLevel: LogLevel;
}

/** `controller`: keep what belongs to the cluster as a whole up to date for as long as the process lives. */
export function controllerCommand(output: CommandOutput): Command {
  return new Command('controller')
    .description('detect the cluster profile, publish it to the agents, and summarize their reports')
    .addOption(new Option('--namespace <name>', 'namespace of the Lease for the leader election').env('POD_NAMESPACE'))
    .addOption(
      new Option('--identity <name>', 'unique name of this controller in the Lease')
        .env('POD_NAME')
        .default(hostname(), 'the name of the host'),
    )
    .addOption(
      new Option('--detect-interval <seconds>', "time between two readings of the cluster's objects, 13 requests each")
        .argParser(secondsBetween(30, 86_400))
        .default(300),
    )
    .addOption(
      new Option('--lease-duration <seconds>', 'time without renewal after which another controller takes over')
        .argParser(secondsBetween(6, 600))
        .default(60),
    )
    .addOption(
      new Option(
        '--metrics-address <address>',
        'where /metrics is served over TLS, as host:port, [host]:port or :port; needs a certificate and its key',
      ).argParser(addressOf),
    )
    .option('--metrics-certificate <file>', 'certificate for metrics, PEM; read again when it is renewed')
    .option('--metrics-key <file>', 'its private key, PEM')
    .option('--kubeconfig <file>', 'how to reach the API; inside a pod its service account is used')
    .option(
      '--liveness-file <file>',
      "written while it works, for a liveness probe: 'calico-readiness alive --file <file>'",
    )
    .addOption(new Option('--log-level <level>', 'lowest level that is logged').choices(logLevels).default('info'))
    .action(async (options: Options) => {
      const { namespace } = options;
      if (namespace === undefined || namespace === '') {
        throw new UsageError(
          "option '--namespace <name>' is missing: give it, or set the environment variable POD_NAMESPACE from metadata.namespace of the pod.",
        );
      }
      // Loads what only the controller needs: a check must not wait for the Kubernetes client.
      const { controlForEver } = await import('./control-for-ever');
      const metrics = metricsPlaceOf(options);
      await controlForEver({ ...options, namespace, ...(metrics && { metrics }) });
      output.end(exitStatus.ready);
    });
}

/** Without a certificate there are no metrics: a token that is sent in the clear is everybody's. */
function metricsPlaceOf(options: Options): MetricsPlace | undefined {
  const { metricsAddress, metricsCertificate: certificate, metricsKey: key } = options;
  if ((certificate === undefined) !== (key === undefined))
    throw new UsageError("options '--metrics-certificate <file>' and '--metrics-key <file>' go together: give both.");
  if (metricsAddress === undefined || certificate === undefined || key === undefined) return undefined;
  return { ...metricsAddress, certificate, key };
}
