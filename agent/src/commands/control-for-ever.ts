import { pino } from 'pino';
import { electionTimes } from '../controller/leader/observed-lease';
import type { PeerListPlace } from '../controller/flows/peer-list-api';
import type { MetricsPlace } from '../controller/metrics/metrics-server';
import { runController } from '../controller/run-controller';
import type { LogLevel } from '../foundation/agent-log';
import { OverdueError } from '../node-agent/watchdog';
import { untilSignal } from './ending';
import { exitStatus } from './exit-status';
import { kubeConfigOf } from './kube-config-option';
import { writeLivenessFile } from './liveness-file';

export interface ControlForEverOptions {
  readonly namespace: string;
  readonly identity: string;
  /** Seconds. */
  readonly detectInterval: number;
  /** Seconds. */
  readonly leaseDuration: number;
  /** Where metrics are served; nowhere without it. */
  readonly metrics?: MetricsPlace;
  /** Whether every Node gets the condition CalicoReady. */
  readonly nodeCondition?: boolean;
  /** Whether the cluster's report is written as a policy report too. */
  readonly policyReport?: boolean;
  /** Where the list of peers and the key of flow tests are kept; nowhere without it. */
  readonly peerList?: PeerListPlace;
  /** Path of a kubeconfig; inside a pod its service account serves without one. */
  readonly kubeconfig?: string;
  /** Path of a file that is written while it works. */
  readonly livenessFile?: string;
  readonly logLevel: LogLevel;
}

/** The name of the Lease, in whatever namespace. */
const leaseName = 'calico-readiness-controller';

/**
 * Runs the controller, with its log as JSON lines on standard output, until SIGTERM or SIGINT. Rejects with UsageError for
 * options that cannot work. Ends the process where the controller hangs.
 */
export async function controlForEver(options: ControlForEverOptions): Promise<void> {
  const { namespace, identity, livenessFile } = options;
  const log = pino({ name: 'calico-readiness', level: options.logLevel, base: { controller: identity } });
  const signal = untilSignal(log);
  const kubeConfig = await kubeConfigOf(options.kubeconfig);
  log.info({ namespace, api: kubeConfig.getCurrentCluster()?.server }, 'Beginning');
  try {
    await runController({
      kubeConfig,
      identity,
      lease: { namespace, name: leaseName },
      electionTimes: electionTimes(options.leaseDuration),
      detectIntervalSeconds: options.detectInterval,
      ...(options.metrics && { metrics: options.metrics }),
      told: { nodeCondition: options.nodeCondition === true, policyReport: options.policyReport === true },
      ...(options.peerList && { peerList: options.peerList }),
      ...(livenessFile !== undefined && { stillAlive: () => writeLivenessFile(livenessFile, log) }),
      signal,
      log,
    });
  } catch (error) {
    if (!(error instanceof OverdueError)) throw error;
    log.error({ error: error.message }, 'The controller hangs; exiting to be restarted');
    process.exit(exitStatus.toolFailed);
  }
  log.info({}, 'Ended');
}
