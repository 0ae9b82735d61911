import type { ClusterProfile, ClusterReport, ClusterReportStatus } from '@calico-readiness/requirements';
import { ApiError } from '../../cluster/api-error';
import { Alarm } from '../../publish/alarm';
import { heartbeatDelay } from '../../publish/delays';
import { Attempts } from '../attempts';
import { clusterReportInterval, clusterReportStatus, sameClusterReport } from './cluster-report';
import { summarizeFleet } from './fleet';
import { ObservedOpenShift } from './observed-openshift';
import { PolicyWaivers } from './policy-waivers';
import type { ReportKeeperParts } from './report-keeper-parts';

/** The least time between two writings, milliseconds: thousands of agents that judge anew are summed up a few times. */
const shortestGap = 5_000;
/** At the latest reports are looked at after so long, since they become stale without a word, milliseconds. */
const longestSleep = 30_000;
/** So long the first report waits for the profile, milliseconds. */
const awaitProfile = 15_000;

/**
 * Keeps the ClusterReport `cluster` up to date: when what it says changes, at most every few seconds, else every 15 minutes
 * ± 10 %. Nothing is written before all nodes and reports were read. Its times are of the monotonic clock, milliseconds.
 */
export class ReportKeeper {
  private readonly alarm = new Alarm();
  private profile: ClusterProfile | undefined;
  private waivers = new PolicyWaivers();
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

  /** The `spec.waivers` of the policy, untrusted. */
  takeWaivers(written: unknown): void {
    const before = this.waivers;
    this.waivers = before.as(written);
    if (this.waivers !== before) this.alarm.ring();
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
    const { waivers } = this;
    const fleet = summarizeFleet({ nodes: nodes.byName, reports: reports.byName, waivers }, now.getTime());
    summedUp(fleet, now.getTime());
    const { profile, last: previous } = this;
    const { version: openshift } = this.openshift;
    const flows = this.parts.flows?.(now.getTime());
    const status = clusterReportStatus({ fleet, profile, openshift, flows, previous, now: now.toISOString() });
    const isNews = previous === undefined || !sameClusterReport(previous, status);
    if (!isNews && performance.now() < this.heartbeatAt) return shortestGap;
    const { uid } = (await this.write(status)).metadata;
    if (uid !== undefined) this.parts.written?.({ uid, status });
    this.last = status;
    this.heartbeatAt = performance.now() + heartbeatDelay(clusterReportInterval, random);
    log.info({ verdict: status.verdict, ...status.nodes, heartbeat: !isNews }, 'Wrote the ClusterReport');
    return shortestGap;
  }

  private async write(status: ClusterReportStatus): Promise<ClusterReport> {
    const { api } = this.parts;
    try {
      return await api.replaceStatus(status);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
      await api.create();
      return api.replaceStatus(status);
    }
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> => new Alarm().sleep(milliseconds, signal);
