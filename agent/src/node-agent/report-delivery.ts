import type { AgentLog } from '../foundation/agent-log';
import { errorText } from '../foundation/agent-log';
import type { Observation } from '../observation/observe-host';
import { firstHeartbeatDelay, heartbeatDelay, retryDelay } from '../publish/delays';
import { explainFailure } from '../publish/explain-failure';
import { NodeMissingError } from '../publish/node-missing';
import type { RecheckRequests } from '../publish/recheck-requests';
import { ApiError } from '../cluster/api-error';
import type { ReportPublisher } from '../publish/report-publisher';
import type { AgentSettings } from './agent-settings';
import type { FlowTesting } from './flow-testing';
import { publishableOf } from './publishable-of';

/** What a delivery works with. */
export interface ReportDeliveryParts {
  readonly nodeName: string;
  readonly settings: AgentSettings;
  readonly publisher: ReportPublisher;
  readonly rechecks: RecheckRequests;
  /** Asks the API for the policy, where it has not been told yet; what it says may drop the observation. */
  readonly learnPolicy: () => Promise<void>;
  /** Knows what became of the peers that somebody asked to test. */
  readonly flowTesting: Pick<FlowTesting, 'answer'> | undefined;
  readonly log: AgentLog;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/**
 * Brings the newest observation to the API: when it says something new, as the answer to a re-check, and as a heartbeat.
 * Tries again later and later while the API is away. Its times are of the monotonic clock, in milliseconds: a wall
 * clock that is set back must not stop the agent.
 */
export class ReportDelivery {
  /** The newest observation; undefined when the API was told of it. */
  private untold: Observation | undefined;
  private attemptAt = 0;
  private heartbeatAt = 0;
  private failures = 0;
  /** A Node that is gone may stay away for ever; that is told once. */
  private nodeMissing = false;

  constructor(private readonly parts: ReportDeliveryParts) {}

  /** Takes the place of an observation that is still to be told. */
  take(observation: Observation): void {
    this.untold = observation;
  }

  /** What was judged by another profile is not told any more, and what comes after it not before so many milliseconds. */
  drop(delay: number): void {
    this.untold = undefined;
    this.attemptAt = Math.max(this.attemptAt, performance.now() + delay);
  }

  /** When to try next; Infinity while there is nothing to tell. */
  get dueAt(): number {
    return this.untold === undefined ? Infinity : this.attemptAt;
  }

  /** Tells the newest observation, or says when to try again. Never rejects for what the API does. */
  async attempt(): Promise<void> {
    const { log, random, signal } = this.parts;
    if (this.untold === undefined) return;
    try {
      await this.publish(this.untold);
      if (this.failures > 0) log.info({ failures: this.failures }, 'The API is back');
      this.failures = 0;
      this.nodeMissing = false;
    } catch (error) {
      if (signal.aborted) return;
      this.failures += 1;
      const delay = retryDelay(this.failures, random, error instanceof ApiError ? error.retryAfterSeconds : undefined);
      this.attemptAt = performance.now() + delay;
      const told = this.nodeMissing;
      this.nodeMissing = error instanceof NodeMissingError;
      const tell = told && this.nodeMissing ? log.debug.bind(log) : log.warn.bind(log);
      tell(
        { error: errorText(error), failures: this.failures, retryInSeconds: Math.round(delay / 1000) },
        explainFailure(error),
      );
    }
  }

  private async publish(observation: Observation): Promise<void> {
    const { nodeName, settings, publisher, rechecks, learnPolicy, flowTesting, log, random } = this.parts;
    await learnPolicy();
    // A report judged by the wrong profile is worse than a late one.
    if (this.untold !== observation) return;
    const { reportIntervalSeconds } = settings.current;
    const { observedAt } = observation;
    const heartbeat = performance.now() >= this.heartbeatAt;
    const written = await publisher.publish(
      publishableOf(observation, { nodeName, reportIntervalSeconds, flowTest: flowTesting?.answer }),
      heartbeat || rechecks.answeredBy(observedAt),
    );
    if (this.untold === observation) this.untold = undefined;
    if (!written) return;
    rechecks.settle(observedAt);
    const delay = this.heartbeatAt === 0 ? firstHeartbeatDelay : heartbeatDelay;
    this.heartbeatAt = performance.now() + delay(reportIntervalSeconds, random);
    log.info({ verdict: observation.verdict, ...observation.summary, heartbeat }, 'Published the report');
  }
}
