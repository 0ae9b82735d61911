import type { ClusterProfile, ClusterReportStatus } from '@calico-readiness/requirements';
import { ApiError } from '../../cluster/api-error';
import { Alarm } from '../../publish/alarm';
import { heartbeatDelay } from '../../publish/delays';
import type { AttemptParts } from '../attempts';
import { Attempts } from '../attempts';
import { clusterReportInterval, clusterReportStatus, sameClusterReport } from './cluster-report';
import type { ClusterReportApi } from './cluster-report-api';
import type { FleetSummary, KnownNode } from './fleet';
import { summarizeFleet } from './fleet';
import type { FollowedObjects } from './follow-collection';
import { ObservedOpenShift } from './observed-openshift';
import type { ReportSummary } from './report-summary';

/** The least time between two writings, milliseconds: thousands of agents that judge anew are summed up a few times. */
const shortestGap = 5_000;
/** At the latest reports are looked at after so long, since they become stale without a word, milliseconds. */
const longestSleep = 30_000;
/** So long the first report waits for the profile, milliseconds. */
const awaitProfile = 15_000;

/** What keeping the ClusterReport takes. */
export interface ReportKeeperParts extends AttemptParts {
  readonly api: ClusterReportApi;
  readonly nodes: FollowedObjects<KnownNode>;
  readonly reports: FollowedObjects<ReportSummary>;
  /** Seconds between two readings of the version of OpenShift, ± 10 %. */
  readonly detectIntervalSeconds: number;
  /** Gets what the nodes come to whenever they are summed up. */
  readonly summedUp: (fleet: FleetSummary, now: number) => void;
  /** Runs the work, and notices when it never comes back. */
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}

/**
 * Keeps the ClusterReport `cluster` up to date: when what it says changes, at most every few seconds, else every 15 minutes
 * ± 10 %. Nothing is written before all nodes and reports were read. Its times are of the monotonic clock, milliseconds.
 */
export class ReportKeeper {
  private readonly alarm = new Alarm();
  private profile: ClusterProfile | undefined;
  private readonly openshift: ObservedOpenShift;
  private heartbeatAt = 0;
  private readonly attempts: Attempts;
  private readonly beganAt = performance.now();
  /** As it was read or written last; null before that. */
  private last: ClusterReportStatus | undefined | null = null;

  constructor(private readonly parts: ReportKeeperParts) {
    this.attempts = new Attempts(parts, 'Cannot write the ClusterReport; trying again');
    this.openshift = new ObservedOpenShift({ ...parts, read: () => parts.api.openshiftVersion() });
  }

  /** Something may say something else now. */
  changed(): void {
    this.alarm.ring();
  }

  /** The profile that nodes are judged by. */
  takeProfile(profile: ClusterProfile): void {
    this.profile = profile;
    this.alarm.ring();
  }

  /** Resolves when the signal aborts. Never rejects for what the API does. */
  async run(): Promise<void> {
    const { signal, during } = this.parts;
    while (!signal.aborted) {
      const wait = await during('Writing the ClusterReport', () => this.attempts.make(() => this.keep()));
      if (wait > 0) await pause(wait, signal);
      else await this.alarm.sleep(longestSleep, signal);
    }
  }

  /** Resolves to the milliseconds for which nothing is to be summed up again, however often reports change. */
  private async keep(): Promise<number> {
    await this.openshift.readWhenDue();
    const { api, nodes, reports, summedUp, log, random } = this.parts;
    if (!nodes.isComplete || !reports.isComplete) return 0;
    if (this.profile === undefined && performance.now() < this.beganAt + awaitProfile) return 0;
    this.last = this.last === null ? (await api.read())?.status : this.last;
    const now = new Date();
    const fleet = summarizeFleet({ nodes: nodes.byName, reports: reports.byName }, now.getTime());
    summedUp(fleet, now.getTime());
    const { profile, last: previous } = this;
    const { version: openshift } = this.openshift;
    const status = clusterReportStatus({ fleet, profile, openshift, previous, now: now.toISOString() });
    const isNews = previous === undefined || !sameClusterReport(previous, status);
    if (!isNews && performance.now() < this.heartbeatAt) return shortestGap;
    await this.write(status);
    this.last = status;
    this.heartbeatAt = performance.now() + heartbeatDelay(clusterReportInterval, random);
    log.info({ verdict: status.verdict, ...status.nodes, heartbeat: !isNews }, 'Wrote the ClusterReport');
    return shortestGap;
  }

  private async write(status: ClusterReportStatus): Promise<void> {
    const { api } = this.parts;
    try {
      await api.replaceStatus(status);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
      await api.create();
      await api.replaceStatus(status);
    }
  }
}

/** Resolves after so many milliseconds, or when the signal aborts. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> => new Alarm().sleep(milliseconds, signal);
