import { hostname } from 'node:os';
import { Command, Option } from 'commander';
import type { LogLevel } from '../foundation/agent-log';
import { logLevels } from '../foundation/agent-log';
import type { CommandOutput } from './check-command';
import { exitStatus, UsageError } from './exit-status';
import type { Address, NamespacedName } from './option-values';
import { addressOf, namespacedName, secondsBetween } from './option-values';
import type { PeerListPlace } from '../controller/flows/peer-list-api';
import type { MetricsPlace } from '../controller/metrics/metrics-server';

interface Options {
  readonly namespace?: string;
  readonly identity: string;
  readonly detectInterval: number;
  readonly leaseDuration: number;
  readonly nodeCondition?: boolean;
  readonly policyReport?: boolean;
  readonly peersConfigMaps?: NamespacedName;
  readonly flowKeySecret?: NamespacedName;
  readonly metricsAddress?: Address;
  readonly metricsCertificate?: string;
  readonly metricsKey?: string;
  readonly kubeconfig?: string;
  readonly livenessFile?: string;
  readonly logLevel: LogLevel;
}

/** `controller`: keep what belongs to the cluster as a whole up to date for as long as the process lives. */
export function controllerCommand(output: CommandOutput): Command {
  return withPeerList(new Command('controller'))
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
    .option('--node-condition', 'set the condition CalicoReady of every Node, as its current NodeReport says')
    .option(
      '--policy-report',
      'write the ClusterReport also as ClusterReport of openreports.io or ClusterPolicyReport of wgpolicyk8s.io',
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
      const peerList = peerListPlaceOf(options);
      await controlForEver({ ...options, namespace, ...(metrics && { metrics }), ...(peerList && { peerList }) });
      output.end(exitStatus.ready);
    });
}

/** Where the list of peers is kept. */
const withPeerList = (command: Command): Command =>
  command
    .addOption(
      new Option(
        '--peers-config-maps <namespace/prefix>',
        'ConfigMaps for the list of nodes by which agents test the flows between them; needs the Secret of their key',
      ).argParser(namespacedName),
    )
    .addOption(
      new Option(
        '--flow-key-secret <namespace/name>',
        'Secret for the key by which agents know each other; of the same namespace',
      ).argParser(namespacedName),
    );

/** Without a certificate there are no metrics: a token that is sent in the clear is everybody's. */
function metricsPlaceOf(options: Options): MetricsPlace | undefined {
  const { metricsAddress, metricsCertificate: certificate, metricsKey: key } = options;
  if ((certificate === undefined) !== (key === undefined))
    throw new UsageError("options '--metrics-certificate <file>' and '--metrics-key <file>' go together: give both.");
  if (metricsAddress === undefined || certificate === undefined || key === undefined) return undefined;
  return { ...metricsAddress, certificate, key };
}

/** The list and its key are of no use without each other. */
function peerListPlaceOf({ peersConfigMaps, flowKeySecret }: Options): PeerListPlace | undefined {
  if (peersConfigMaps === undefined && flowKeySecret === undefined) return undefined;
  if (peersConfigMaps?.namespace !== flowKeySecret?.namespace || peersConfigMaps === undefined)
    throw new UsageError(
      "options '--peers-config-maps <namespace/prefix>' and '--flow-key-secret <namespace/name>' go together: give both, of one namespace.",
    );
  return { namespace: peersConfigMaps.namespace, prefix: peersConfigMaps.name, secret: flowKeySecret?.name ?? '' };
}
