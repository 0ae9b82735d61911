import type { ClusterReportStatus } from '@calico-readiness/requirements';
import { Alarm } from '../../publish/alarm';
import { heartbeatDelay } from '../../publish/delays';
import type { AttemptParts } from '../attempts';
import { Attempts } from '../attempts';
import { isSameJson } from '../same-json';
import { policyReport } from './policy-report';
import type { PolicyReportApi, PolicyReportKind } from './policy-report-api';

/** Seconds after which the API is asked anew which kinds it has, and the report is written anew, ± 10 %. */
const lookAgain = 900;

/** Our own report as it was written. */
export interface WrittenClusterReport {
  readonly uid: string;
  readonly status: ClusterReportStatus;
}

/** What keeping the report takes. */
export interface PolicyReportKeeperParts extends AttemptParts {
  readonly api: PolicyReportApi;
  /** Runs the work, and notices when it never comes back. */
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}

/** Writes for other tools what our ClusterReport says, when that changes, where the cluster has an API for it. */
export class PolicyReportKeeper {
  private readonly alarm = new Alarm();
  private readonly attempts: Attempts;
  private newest: WrittenClusterReport | undefined;
  private said: unknown;
  /** Null before the API was asked. */
  private kind: PolicyReportKind | undefined | null = null;
  /** Of the monotonic clock, milliseconds. */
  private lookAt = 0;

  constructor(private readonly parts: PolicyReportKeeperParts) {
    this.attempts = new Attempts(parts, 'Cannot write the report for other tools; trying again');
  }

  /** Our ClusterReport was written. */
  take(report: WrittenClusterReport): void {
    this.newest = report;
    this.alarm.ring();
  }

  /** Resolves when the signal aborts. Never rejects for what the API does. */
  async run(): Promise<void> {
    const { signal, during } = this.parts;
    while (!signal.aborted) {
      const wait = await during('Writing the report for other tools', () => this.attempts.make(() => this.keep()));
      if (wait > 0) await new Alarm().sleep(wait, signal);
      else await this.alarm.sleep(this.lookAt - performance.now(), signal);
    }
  }

  /** Resolves to 0: there is nothing to do before the next report, or the next look. */
  private async keep(): Promise<number> {
    const { api, log, random } = this.parts;
    if (performance.now() >= this.lookAt) {
      const kind = await api.kind();
      if (kind === undefined && this.kind !== undefined)
        log.info({}, 'The cluster has neither openreports.io nor wgpolicyk8s.io; no report is written for other tools');
      this.kind = kind;
      this.said = undefined;
      this.lookAt = performance.now() + heartbeatDelay(lookAgain, random);
    }
    const { newest, kind } = this;
    if (newest === undefined || kind === undefined || kind === null) return 0;
    const report = policyReport(newest.status);
    const said = { report, uid: newest.uid };
    if (isSameJson(this.said, said)) return 0;
    await api.write(kind, report, newest.uid);
    this.said = said;
    log.info({ kind: kind.kind, group: kind.group, ...report.summary }, 'Wrote the report for other tools');
    return 0;
  }
}
