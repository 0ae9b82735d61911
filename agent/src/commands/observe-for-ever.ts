import { pino } from 'pino';
import type { Declaration } from '../foundation/declared-profile';
import type { FlowKeySecret } from '../flow-agent/peer-list/flow-key';
import type { PeerConfigMaps } from '../flow-agent/peer-list/read-peer-shards';
import { HostRootError } from '../host/host-root';
import { serviceOf } from '../cluster/access/api-addresses';
import { runAgent } from '../node-agent/run-agent';
import type { LogLevel } from '../foundation/agent-log';
import { untilSignal } from './ending';
import { kubeletServer } from './kubelet-server';
import { OverdueError } from '../node-agent/watchdog';
import { exitStatus, UsageError } from './exit-status';
import { kubeConfigOf } from './kube-config-option';
import { writeLivenessFile } from './liveness-file';

export interface ObserveForEverOptions extends Declaration {
  readonly nodeName: string;
  readonly hostRoot: string;
  /** Seconds. */
  readonly observeInterval: number;
  /** Seconds. */
  readonly reportInterval: number;
  /** Path of a kubeconfig; inside a pod its service account serves without one. */
  readonly kubeconfig?: string;
  /** Seconds. */
  readonly awaitProfile: number;
  /** Path of a file that is written after each observation. */
  readonly livenessFile?: string;
  /** Where the list of peers is. */
  readonly peersConfigMaps?: PeerConfigMaps;
  /** Where the key of challenges is. */
  readonly flowKeySecret?: FlowKeySecret;
  readonly logLevel: LogLevel;
}

/**
 * Runs the agent, with its log as JSON lines on standard output, until SIGTERM or SIGINT. Rejects with UsageError for
 * options that cannot work. Ends the process where the agent hangs: what hangs would keep it from ending by itself.
 */
export async function observeForEver(options: ObserveForEverOptions): Promise<void> {
  const log = pino({ name: 'calico-readiness', level: options.logLevel, base: { node: options.nodeName } });
  const { livenessFile, peersConfigMaps, flowKeySecret } = options;
  const signal = untilSignal(log);
  const kubeConfig = await kubeConfigOf(options.kubeconfig);
  const service = serviceOf(process.env);
  log.info({ hostRoot: options.hostRoot, api: kubeConfig.getCurrentCluster()?.server }, 'Beginning');
  try {
    await runAgent({
      kubeConfig,
      // Before there is a network, and where that of services broke, a pod is told an address that does not answer.
      ...(options.kubeconfig === undefined && {
        otherServer: {
          find: () => kubeletServer(options.hostRoot),
          moved: (from, to) => {
            log.warn({ from, to }, 'The API cannot be reached there; trying the other address');
          },
        },
      }),
      apiTests: options.kubeconfig === undefined && service !== undefined ? { service } : {},
      nodeName: options.nodeName,
      hostRoot: options.hostRoot,
      observeIntervalSeconds: options.observeInterval,
      reportIntervalSeconds: options.reportInterval,
      profile: options.profile,
      writtenPorts: options.writtenPorts,
      awaitProfileSeconds: options.awaitProfile,
      ...(peersConfigMaps !== undefined && { peersConfigMaps }),
      ...(flowKeySecret !== undefined && { flowKeySecret }),
      ...(livenessFile !== undefined && { observationEnded: () => writeLivenessFile(livenessFile, log) }),
      signal,
      log,
    });
  } catch (error) {
    if (error instanceof OverdueError) {
      log.error({ error: error.message }, 'The agent hangs; exiting to be restarted');
      process.exit(exitStatus.toolFailed);
    }
    if (error instanceof HostRootError) throw new UsageError(`option '--host-root <directory>': ${error.message}`);
    throw error;
  }
  log.info({}, 'Ended');
}
