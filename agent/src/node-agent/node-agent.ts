import type { NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { errorText } from '../foundation/agent-log';
import type { ProbeRun } from '../observation/gather-facts';
import { observeHost } from '../observation/observe-host';
import { Alarm } from '../publish/alarm';
import { RecheckRequests } from '../publish/recheck-requests';
import type { ReportApi, WatchedKind } from '../publish/report-api';
import { ReportPublisher } from '../publish/report-publisher';
import type { RunningAgentOptions } from './agent-settings';
import { AgentSettings } from './agent-settings';
import { ReportDelivery } from './report-delivery';
import { watchObjects } from './watch-objects';

/** Agents answer a re-check that the policy asks for spread over this time, milliseconds. */
const policyRecheckSpread = 60_000;

/** One node's agent at work: when it observes, when it publishes, and what makes it do so at once. Made and ended by `runAgent`. */
export class NodeAgent {
  private readonly settings: AgentSettings;
  private readonly publisher: ReportPublisher;
  private readonly rechecks = new RecheckRequests();
  private readonly alarm = new Alarm();
  private readonly delivery: ReportDelivery;
  /** Of the monotonic clock: a wall clock that is set back must not stop the agent. */
  private observeAt = 0;

  constructor(
    private readonly options: RunningAgentOptions,
    private readonly api: ReportApi,
  ) {
    this.settings = new AgentSettings(options);
    this.publisher = new ReportPublisher(api);
    const { settings, publisher, rechecks } = this;
    this.delivery = new ReportDelivery({ ...options, settings, publisher, rechecks, learnPolicy: this.learnPolicy });
  }

  async run(): Promise<void> {
    await this.observe();
    const { signal } = this.options;
    const watches = watchObjects({
      ...this.options,
      api: this.api,
      seeReport: this.seeReport,
      seePolicy: this.seePolicy,
    });
    while (!signal.aborted) {
      const recheckIn = (this.rechecks.dueAt ?? Infinity) - Date.now();
      if (recheckIn <= 0) this.settings.expire();
      if (performance.now() >= this.observeAt || recheckIn <= 0) await this.observeOrLog();
      if (performance.now() >= this.delivery.dueAt) await this.delivery.attempt();
      await this.alarm.sleep(this.untilNext(), signal);
    }
    await watches;
  }

  private untilNext(): number {
    const recheckIn = (this.rechecks.dueAt ?? Infinity) - Date.now();
    return Math.min(Math.min(this.observeAt, this.delivery.dueAt) - performance.now(), recheckIn);
  }

  private async observe(): Promise<void> {
    const { hostRoot, observeIntervalSeconds = 30 } = this.options;
    this.observeAt = performance.now() + observeIntervalSeconds * 1000;
    const settings = this.settings.current;
    const profile = await this.settings.profile();
    const probeEnded = (run: ProbeRun): void => this.options.log.debug(run, 'Ended a probe');
    const observation = await observeHost({ hostRoot, profile: profile ?? settings.profile, probeEnded });
    // The policy changed meanwhile, and with it the profile; the next observation is due already.
    if (settings !== this.settings.current) return;
    this.rechecks.observed(observation.observedAt);
    // Without a profile there is nothing to tell; who asked for it waits for the next observation, as everybody does.
    if (profile !== undefined) this.delivery.take(observation);
  }

  /** A host root that went away leaves the last report to become stale, which is what it then is. */
  private async observeOrLog(): Promise<void> {
    try {
      await this.observe();
    } catch (error) {
      this.rechecks.observed(new Date().toISOString());
      this.options.log.error({ error: errorText(error) }, 'Can not observe the host');
    }
  }

  private readonly learnPolicy = async (): Promise<void> => {
    if (!this.settings.policyKnown) this.seePolicy(await this.api.readPolicy());
  };

  private readonly seeReport = (report: NodeReport | undefined): void => {
    const { observedAt } = this.publisher;
    this.publisher.see(report);
    if (this.isAsked('NodeReport', report, Date.now())) this.alarm.ring();
    // Somebody deleted it: it is created anew with the next observation, which is made now.
    if (report === undefined && observedAt !== undefined) this.observeNow();
  };

  /** Takes over what the policy says; what was judged by another profile is not told any more. */
  private readonly seePolicy = (policy: ReadinessPolicy | undefined): void => {
    const changed = this.settings.takePolicy(policy);
    const startAt = Date.now() + this.options.random() * policyRecheckSpread;
    if (this.isAsked('ReadinessPolicy', policy, startAt)) this.alarm.ring();
    if (!changed) return;
    this.delivery.drop();
    this.observeNow();
  };

  /** Whether the object carries a new request for an observation, which is then due from `startAt` on. */
  private isAsked(kind: WatchedKind, object: NodeReport | ReadinessPolicy | undefined, startAt: number): boolean {
    return this.rechecks.take(kind, object?.spec?.recheckRequestedAt, this.publisher.observedAt, startAt);
  }

  private observeNow(): void {
    this.observeAt = 0;
    this.alarm.ring();
  }
}
