import type { NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { declareProfile, readinessPolicyName } from '@calico-readiness/requirements';
import type { AgentOptions } from './agent-options';
import { AgentSettings } from './agent-settings';
import { agentVersion } from '../foundation/agent-version';
import { ProfileDetection } from '../cluster/profile-detection';
import { readClusterObjects } from '../cluster/read-cluster-objects';
import type { Observation } from '../observation/observe-host';
import { observeHost } from '../observation/observe-host';
import { Alarm } from '../publish/alarm';
import type { AgentLog } from '../foundation/agent-log';
import { errorText, silentLog } from '../foundation/agent-log';
import { heartbeatDelay, retryDelay } from '../publish/delays';
import { keepWatching } from '../publish/keep-watching';
import { RecheckRequests } from '../publish/recheck-requests';
import { explainFailure } from '../publish/explain-failure';
import { readPolicy } from '../publish/read-policy';
import type { ReportApi, WatchedKind } from '../publish/report-api';
import { ApiError } from '../publish/report-api';
import { ReportPublisher } from '../publish/report-publisher';

/** Agents answer a re-check that the policy asks for spread over this time, milliseconds. */
const policyRecheckSpread = 60_000;

/** One node's agent at work: when it observes, when it publishes, and what makes it do so at once. Made and ended by `runAgent`. */
export class NodeAgent {
  private readonly log: AgentLog;
  private readonly random: () => number;
  private readonly settings: AgentSettings;
  private readonly publisher: ReportPublisher;
  private readonly rechecks = new RecheckRequests();
  private readonly alarm = new Alarm();
  /** The newest observation; undefined when the API was told of it. */
  private untold: Observation | undefined;
  // These times are of the monotonic clock: a wall clock that is set back must not stop the agent.
  private observeAt = 0;
  private attemptAt = 0;
  private heartbeatAt = 0;
  private failures = 0;

  constructor(
    private readonly options: AgentOptions,
    private readonly api: ReportApi,
    private readonly signal: AbortSignal,
  ) {
    this.log = options.log ?? silentLog;
    this.random = options.random ?? Math.random;
    const read = () => readClusterObjects(options.kubeConfig, signal);
    const detection = options.detectProfile
      ? new ProfileDetection({ read, nodeName: options.nodeName, log: this.log })
      : undefined;
    const own = {
      profile: options.profile ?? declareProfile({}, ''),
      writtenPorts: options.writtenPorts ?? {},
      reportIntervalSeconds: options.reportIntervalSeconds ?? 900,
    };
    this.settings = new AgentSettings(own, detection, this.log);
    this.publisher = new ReportPublisher(api);
  }

  async run(): Promise<void> {
    await this.observe();
    const watches = [this.watchReport(), this.watchPolicy()];
    while (!this.signal.aborted) {
      const recheckIn = (this.rechecks.dueAt ?? Infinity) - Date.now();
      if (recheckIn <= 0) this.settings.expire();
      if (performance.now() >= this.observeAt || recheckIn <= 0) await this.observeOrLog();
      if (this.untold !== undefined && performance.now() >= this.attemptAt) await this.publishOrWait(this.untold);
      await this.alarm.sleep(this.untilNext(), this.signal);
    }
    await Promise.all(watches);
  }

  private untilNext(): number {
    const publishAt = this.untold === undefined ? Infinity : this.attemptAt;
    const recheckIn = (this.rechecks.dueAt ?? Infinity) - Date.now();
    return Math.min(Math.min(this.observeAt, publishAt) - performance.now(), recheckIn);
  }

  private async observe(): Promise<void> {
    const { hostRoot, observeIntervalSeconds = 30 } = this.options;
    this.observeAt = performance.now() + observeIntervalSeconds * 1000;
    const settings = this.settings.current;
    const profile = await this.settings.profile();
    const observation = await observeHost({ hostRoot, profile: profile ?? settings.profile });
    // The policy changed meanwhile, and with it the profile; the next observation is due already.
    if (settings !== this.settings.current) return;
    this.rechecks.observed(observation.observedAt);
    // Without a profile there is nothing to tell; who asked for it waits for the next observation, as everybody does.
    if (profile !== undefined) this.untold = observation;
  }

  /** A host root that went away leaves the last report to become stale, which is what it then is. */
  private async observeOrLog(): Promise<void> {
    try {
      await this.observe();
    } catch (error) {
      this.rechecks.observed(new Date().toISOString());
      this.log.error({ error: errorText(error) }, 'Can not observe the host');
    }
  }

  private async publishOrWait(observation: Observation): Promise<void> {
    try {
      await this.publish(observation);
      if (this.failures > 0) this.log.info({ failures: this.failures }, 'The API is back');
      this.failures = 0;
    } catch (error) {
      if (this.signal.aborted) return;
      this.failures += 1;
      const delay = retryDelay(
        this.failures,
        this.random,
        error instanceof ApiError ? error.retryAfterSeconds : undefined,
      );
      this.attemptAt = performance.now() + delay;
      this.log.warn(
        { error: errorText(error), failures: this.failures, retryInSeconds: Math.round(delay / 1000) },
        explainFailure(error),
      );
    }
  }

  private async publish(observation: Observation): Promise<void> {
    if (!this.settings.policyKnown) this.seePolicy(await readPolicy(this.api));
    // A report judged by the wrong profile is worse than a late one.
    if (this.untold !== observation) return;
    const { reportIntervalSeconds } = this.settings.current;
    const { facts, findings, profile, observedAt, bootID } = observation;
    const heartbeat = performance.now() >= this.heartbeatAt;
    const written = await this.publisher.publish(
      {
        facts,
        findings,
        profile,
        nodeName: this.options.nodeName,
        ...(bootID !== undefined && { bootID }),
        agentVersion,
        observedAt,
        reportIntervalSeconds,
      },
      heartbeat || this.rechecks.answeredBy(observedAt),
    );
    if (this.untold === observation) this.untold = undefined;
    if (!written) return;
    this.rechecks.settle(observedAt);
    this.heartbeatAt = performance.now() + heartbeatDelay(reportIntervalSeconds, this.random);
    this.log.info({ verdict: observation.verdict, ...observation.summary, heartbeat }, 'Published the report');
  }

  private watchReport(): Promise<void> {
    const { nodeName } = this.options;
    return this.watch(
      'NodeReport',
      nodeName,
      () => this.api.readReport(nodeName),
      (object) => {
        // The watch is asked for one object by name; that it is a NodeReport is the API's promise.
        const report = object as NodeReport | undefined;
        const { observedAt } = this.publisher;
        this.publisher.see(report);
        if (this.rechecks.take('NodeReport', report?.spec?.recheckRequestedAt, this.publisher.observedAt, Date.now()))
          this.alarm.ring();
        // Somebody deleted it: it is created anew with the next observation, which is made now.
        if (report === undefined && observedAt !== undefined) this.observeNow();
      },
    );
  }

  private watchPolicy(): Promise<void> {
    return this.watch(
      'ReadinessPolicy',
      readinessPolicyName,
      () => readPolicy(this.api),
      (object) => {
        this.seePolicy(object as ReadinessPolicy | undefined);
      },
    );
  }

  private watch(
    kind: WatchedKind,
    name: string,
    read: () => Promise<unknown>,
    changed: (object: unknown) => void,
  ): Promise<void> {
    return keepWatching({
      api: this.api,
      kind,
      name,
      read,
      changed,
      log: this.log,
      random: this.random,
      signal: this.signal,
    });
  }

  /** Takes over what the policy says; what was judged by another profile is not told any more. */
  private seePolicy(policy: ReadinessPolicy | undefined): void {
    const changed = this.settings.takePolicy(policy);
    const startAt = Date.now() + this.random() * policyRecheckSpread;
    if (this.rechecks.take('ReadinessPolicy', policy?.spec?.recheckRequestedAt, this.publisher.observedAt, startAt))
      this.alarm.ring();
    if (!changed) return;
    this.untold = undefined;
    this.observeNow();
  }

  private observeNow(): void {
    this.observeAt = 0;
    this.alarm.ring();
  }
}
