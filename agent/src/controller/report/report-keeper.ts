import type { ClusterProfile, ClusterReportStatus, OpenShiftVersion } from '@calico-readiness/requirements';
import { ApiError } from '../../cluster/api-error';
import { UnreachableError } from '../../cluster/read-cluster-objects';
import type { AgentLog } from '../../foundation/agent-log';
import { errorText } from '../../foundation/agent-log';
import { Alarm } from '../../publish/alarm';
import { heartbeatDelay, retryDelay } from '../../publish/delays';
import { clusterReportInterval, clusterReportStatus, sameClusterReport } from './cluster-report';
import type { ClusterReportApi } from './cluster-report-api';
import type { FleetSummary, KnownNode } from './fleet';
import { summarizeFleet } from './fleet';
import type { FollowedObjects } from './follow-collection';
import type { ReportSummary } from './report-summary';

/** The least time between two writings, milliseconds: thousands of agents that judge anew are summed up a few times. */
const shortestGap = 5_000;
/** At the latest reports are looked at after so long, since they become stale without a word, milliseconds. */
const longestSleep = 30_000;
/** So long the first report waits for the profile, milliseconds. */
const awaitProfile = 15_000;

/** What keeping the ClusterReport takes. */
export interface ReportKeeperParts {
  readonly api: ClusterReportApi;
  readonly nodes: FollowedObjects<KnownNode>;
  readonly reports: FollowedObjects<ReportSummary>;
  /** Seconds between two readings of the version of OpenShift, ± 10 %. */
  readonly detectIntervalSeconds: number;
  /** Gets what the nodes come to whenever they are summed up. */
  readonly summedUp: (fleet: FleetSummary, now: number) => void;
  /** Called when the report was looked after. */
  readonly ended: (outcome: 'success' | 'failure') => void;
  /** Runs the work, and notices when it never comes back. */
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>;
  readonly log: AgentLog;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/**
 * Keeps the ClusterReport `cluster` up to date: when what it says changes, at most every few seconds, else every 15 minutes
 * ± 10 %. Nothing is written before all nodes and reports were read. Its times are of the monotonic clock, milliseconds.
 */
export class ReportKeeper {
  private readonly alarm = new Alarm();
  private profile: ClusterProfile | undefined;
  private openshift: OpenShiftVersion = { status: 'unseen', reason: 'not read yet' };
  private openshiftAt = 0;
  private writeAt = 0;
  private heartbeatAt = 0;
  private failures = 0;
  private readonly beganAt = performance.now();
  /** As it was read or written last; null before that. */
  private last: ClusterReportStatus | undefined | null = null;

  constructor(private readonly parts: ReportKeeperParts) {}

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
      await during('Writing the ClusterReport', () => this.keepOrLog());
      const wait = this.writeAt - performance.now();
      // Within the gap nothing is summed up, however often reports change.
      if (wait > 0) await pause(wait, signal);
      else await this.alarm.sleep(longestSleep, signal);
    }
  }

  private async keepOrLog(): Promise<void> {
    const { log, random, signal } = this.parts;
    try {
      await this.readOpenShiftVersion();
      await this.keep();
      this.parts.ended('success');
      if (this.failures > 0) log.info({ failures: this.failures }, 'The API is back');
      this.failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      this.failures += 1;
      this.parts.ended('failure');
      const delay = retryDelay(this.failures, random, error instanceof ApiError ? error.retryAfterSeconds : undefined);
      this.writeAt = performance.now() + delay;
      log.warn({ error: errorText(error), failures: this.failures }, 'Cannot write the ClusterReport; trying again');
    }
  }

  /** A version that was seen counts until another one is. */
  private async readOpenShiftVersion(): Promise<void> {
    const { api, detectIntervalSeconds, random } = this.parts;
    if (performance.now() < this.openshiftAt) return;
    try {
      const seen = await api.openshiftVersion();
      if (seen.status !== 'unseen' || this.openshift.status === 'unseen') this.openshift = seen;
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
    }
    this.openshiftAt = performance.now() + heartbeatDelay(detectIntervalSeconds, random);
  }

  private async keep(): Promise<void> {
    const { api, nodes, reports, summedUp, log, random } = this.parts;
    if (!nodes.isComplete || !reports.isComplete) return;
    if (this.profile === undefined && performance.now() < this.beganAt + awaitProfile) return;
    this.last = this.last === null ? (await api.read())?.status : this.last;
    const now = new Date();
    const fleet = summarizeFleet({ nodes: nodes.byName, reports: reports.byName }, now.getTime());
    summedUp(fleet, now.getTime());
    const { profile, openshift, last: previous } = this;
    const status = clusterReportStatus({ fleet, profile, openshift, previous, now: now.toISOString() });
    this.writeAt = performance.now() + shortestGap;
    const isNews = previous === undefined || !sameClusterReport(previous, status);
    if (!isNews && performance.now() < this.heartbeatAt) return;
    await this.write(status);
    this.last = status;
    this.heartbeatAt = performance.now() + heartbeatDelay(clusterReportInterval, random);
    log.info({ verdict: status.verdict, ...status.nodes, heartbeat: !isNews }, 'Wrote the ClusterReport');
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
