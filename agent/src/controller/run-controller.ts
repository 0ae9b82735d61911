import { ApiClient } from '../cluster/api-client';
import type { KubeConfig } from '../cluster/kube-config';
import type { AgentLog } from '../foundation/agent-log';
import { silentLog } from '../foundation/agent-log';
import { Watchdog } from '../node-agent/watchdog';
import type { PeerListPlace } from './flows/peer-list-api';
import { LeaderElection } from './leader/leader-election';
import type { LeasePlace } from './leader/lease';
import { createLeaseApi } from './leader/lease';
import type { ElectionTimes } from './leader/observed-lease';
import { electionTimes } from './leader/observed-lease';
import type { ToldOthers } from './optional-keepers';
import { leadCluster } from './lead-cluster';
import { ControllerMetrics } from './metrics/controller-metrics';
import type { MetricsPlace } from './metrics/metrics-server';
import { serveMetrics } from './metrics/metrics-server';
import { ScrapeAccess } from './metrics/scrape-access';

/** What a controller needs to know, and what it may be told. */
export interface ControllerOptions {
  readonly kubeConfig: KubeConfig;
  /** Unlike that of any other replica: the name of the pod. */
  readonly identity: string;
  readonly lease: LeasePlace;
  readonly electionTimes?: ElectionTimes;
  /** Seconds between two readings of the objects that show the cluster profile; 300. */
  readonly detectIntervalSeconds?: number;
  /** Where metrics are served; nowhere without it. */
  readonly metrics?: MetricsPlace;
  /** Whom it tells beside those who read our own objects; nobody without it. */
  readonly told?: ToldOthers;
  /** Where the list of peers is kept; nowhere without it. */
  readonly peerList?: PeerListPlace;
  /** Seconds that anything may be late before the controller is taken to hang; 300. */
  readonly overdueSeconds?: number;
  /** Called every so often while it works or waits to be leader. Must not reject. */
  readonly stillAlive?: () => Promise<void>;
  /** Ends the controller. */
  readonly signal: AbortSignal;
  /** Nothing is logged without it. */
  readonly log?: AgentLog;
  /** In [0, 1); for tests. */
  readonly random?: () => number;
}

/** Milliseconds between two signs of life. */
const signOfLife = 15_000;
/** Milliseconds that giving the lease back may take. */
const releaseTimeout = 5_000;
const overdueAfter = 300;

/**
 * Keeps what belongs to the cluster as a whole up to date for as long as it is the leader, until the signal aborts; then
 * it resolves. Outages of the API are waited for, for ever. Rejects with OverdueError when it hangs: whoever started it
 * should then end the process.
 */
export async function runController(options: ControllerOptions): Promise<void> {
  const { kubeConfig, signal, log = silentLog, random = Math.random } = options;
  const watchdog = new Watchdog(options.overdueSeconds ?? overdueAfter);
  const ending = new AbortController();
  const released = new AbortController();
  const running = AbortSignal.any([signal, ending.signal]);
  const metrics = new ControllerMetrics();
  const alive = setInterval(() => void options.stillAlive?.(), signOfLife);
  await options.stillAlive?.();
  // It outlives the rest by the time that giving the lease back takes.
  const leaseClient = new ApiClient(kubeConfig, released.signal, { timeout: releaseTimeout });
  const election = new LeaderElection({
    api: createLeaseApi(leaseClient, options.lease),
    identity: options.identity,
    times: options.electionTimes ?? electionTimes(60),
    leads: (isLeader) => {
      metrics.leads(isLeader);
    },
    log,
    random,
    signal: running,
  });
  const lead = (leading: AbortSignal): Promise<void> =>
    leadCluster({
      client: new ApiClient(kubeConfig, leading),
      metrics,
      told: options.told ?? {},
      peerList: options.peerList,
      detectIntervalSeconds: options.detectIntervalSeconds ?? 300,
      during: (what, work) => watchdog.during(what, work),
      log,
      random,
      signal: leading,
    });
  try {
    const access = new ScrapeAccess(new ApiClient(kubeConfig, running));
    const serving =
      options.metrics === undefined
        ? Promise.resolve()
        : serveMetrics({ place: options.metrics, metrics, access, log, signal: running });
    await Promise.race([Promise.all([election.run(lead), serving]), watchdog.overdue]);
  } finally {
    clearInterval(alive);
    watchdog.end();
    ending.abort();
    released.abort();
  }
}
