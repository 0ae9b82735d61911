import type { ClusterProfile, NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import type { ApiClient } from '../cluster/api-client';
import { errorText } from '../foundation/agent-log';
import type { Observation } from '../observation/observe-host';
import { Alarm } from '../publish/alarm';
import type { ReportApi } from '../publish/report-api';
import { ReportPublisher } from '../publish/report-publisher';
import type { RunningAgentOptions } from './agent-settings';
import { AgentSettings } from './agent-settings';
import type { FlowTesting } from './flow-testing';
import { flowTestingOf } from './flow-testing';
import { ObservationSchedule } from './observation-schedule';
import { observerOf } from './observer-of';
import { ReportDelivery } from './report-delivery';
import { watchObjects } from './watch-objects';
import type { Watchdog } from './watchdog';

/** What the policy says reaches every agent of the cluster at once; their answers spread over this time, milliseconds. */
const policySpread = 60_000;

/** One node's agent at work: when it observes, when it publishes, and what makes it do so at once. Made and ended by `runAgent`. */
export class NodeAgent {
  private readonly settings: AgentSettings;
  private readonly publisher: ReportPublisher;
  private readonly alarm = new Alarm();
  private readonly look: (profile: ClusterProfile) => Promise<Observation>;
  private readonly schedule: ObservationSchedule;
  private readonly delivery: ReportDelivery;
  private readonly observeInterval: number;
  /** Undefined where nobody says where the list of peers is. */
  private readonly flowTesting: FlowTesting | undefined;

  constructor(
    private readonly options: RunningAgentOptions,
    private readonly api: ReportApi,
    client: Pick<ApiClient, 'get'>,
    private readonly watchdog: Watchdog,
  ) {
    this.observeInterval = options.observeIntervalSeconds ?? 30;
    this.look = observerOf(options, () => ({ ...options.tested?.(), ...this.flowTesting?.facts }));
    this.settings = new AgentSettings(options);
    this.publisher = new ReportPublisher(api, options.log);
    this.schedule = new ObservationSchedule(this.observeInterval, () => this.publisher.isAstray);
    const { settings, publisher, learnPolicy, observeSoon: answered } = this;
    const { rechecks } = this.schedule;
    const flowTesting = (this.flowTesting = flowTestingOf({ ...options, client, settings, watchdog, answered }));
    this.delivery = new ReportDelivery({ ...options, settings, publisher, rechecks, learnPolicy, flowTesting });
  }

  async run(): Promise<void> {
    await this.observe();
    await this.options.observationEnded?.();
    const { options, api, seeReport, seePolicy } = this;
    const { signal } = options;
    const beside = Promise.all([watchObjects({ ...options, api, seeReport, seePolicy }), this.flowTesting?.run()]);
    while (!signal.aborted) {
      if (this.schedule.isDue()) await this.observeOrLog();
      if (performance.now() >= this.delivery.dueAt) {
        await this.watchdog.during('An attempt to publish the report', () => this.delivery.attempt());
      }
      await this.alarm.sleep(this.schedule.untilNext(this.delivery.dueAt), signal);
    }
    await beside;
  }

  private async observe(): Promise<void> {
    if (this.schedule.isRecheckDue) this.flowTesting?.retest();
    this.schedule.begin();
    this.watchdog.expect('An observation', this.observeInterval);
    const settings = this.settings.current;
    const seen = await this.look(settings.profile);
    if (this.options.signal.aborted) return;
    // The policy changed meanwhile, and with it the profile; the next observation is due already.
    if (settings !== this.settings.current) return;
    this.schedule.rechecks.observed(seen.observedAt);
    // Without a profile there is nothing to tell; who asked for it waits for the next observation, as everybody does.
    if (this.settings.isAwaitingProfile) this.schedule.observeBy(this.settings.awaitedUntil);
    else this.delivery.take(seen);
  }

  /** A host root that went away leaves the last report to become stale, which is what it then is. */
  private async observeOrLog(): Promise<void> {
    try {
      await this.observe();
    } catch (error) {
      this.schedule.rechecks.observed(new Date().toISOString());
      this.options.log.error({ error: errorText(error) }, 'Cannot observe the host');
    }
    await this.options.observationEnded?.();
  }

  private readonly observeSoon = (): void => {
    this.schedule.hurry();
    this.alarm.ring();
  };

  private readonly learnPolicy = async (): Promise<void> => {
    if (!this.settings.policyKnown) this.seePolicy(await this.api.readPolicy());
  };

  private readonly seeReport = (report: NodeReport | undefined): void => {
    const repairAt = this.publisher.see(report);
    this.flowTesting?.lookAtReport(report);
    const isAsked = this.schedule.isAsked('NodeReport', report, this.publisher.observedAt, Date.now());
    this.schedule.lookAtReport(repairAt);
    if (isAsked || repairAt < Infinity) this.alarm.ring();
  };

  /** Takes over what the policy says; what was judged by another profile is not told any more. */
  private readonly seePolicy = (policy: ReadinessPolicy | undefined): void => {
    const changed = this.settings.takePolicy(policy);
    const spread = this.options.random() * policySpread;
    const { observedAt } = this.publisher;
    if (this.schedule.isAsked('ReadinessPolicy', policy, observedAt, Date.now() + spread)) this.alarm.ring();
    this.flowTesting?.lookAtSettings();
    if (!changed) return;
    this.delivery.drop(observedAt === undefined ? 0 : spread);
    this.observeSoon();
  };
}
