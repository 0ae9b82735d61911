import type { ReadinessPolicy, ReadinessPolicyStatus } from '@calico-readiness/requirements';
import { Alarm } from '../../publish/alarm';
import { heartbeatDelay } from '../../publish/delays';
import { keepWatching } from '../../publish/keep-watching';
import type { AttemptParts } from '../attempts';
import { Attempts } from '../attempts';
import { isSameJson } from '../same-json';
import { AnsweredStatus } from './answered-status';
import type { ClusterDetection } from './cluster-detection';
import type { PolicyApi } from './policy-api';
import { policyStatusOf } from './policy-status';
import { millisecondsToExpiry } from './waiver-condition';

/** The least time between two writings of a status that somebody else changes, milliseconds. */
const shortestGap = 5_000;
/** Until objects that failed for now are read again, milliseconds. */
const retryObjects = 30_000;

/** What keeping the policy takes. */
export interface PolicyKeeperParts extends AttemptParts {
  readonly api: PolicyApi;
  readonly detection: ClusterDetection;
  /** Seconds between two readings of the cluster's objects, ± 10 %. */
  readonly detectIntervalSeconds: number;
  /** Gets what the policy's status is to be, whenever that may be something else, and the policy that it is of. */
  readonly statusKnown: (status: ReadinessPolicyStatus, policy: ReadinessPolicy) => void;
  /** Runs the work, and notices when it never comes back. */
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}

/**
 * Keeps the status of the policy `cluster` up to date: reads the cluster's objects every so often, follows the policy, and
 * writes what both make when its meaning changes. Creates the policy where there is none, and never changes a spec.
 */
export class PolicyKeeper {
  private readonly alarm = new Alarm();
  private policy: ReadinessPolicy | undefined;
  private isPolicyKnown = false;
  private recheckRequestedAt: string | undefined;
  /** The last status that was seen or written; what a policy that was deleted and made anew begins with. */
  private lastStatus: ReadinessPolicyStatus | undefined;
  /** Of the monotonic clock, milliseconds. */
  private detectAt = 0;
  private writeAt = 0;
  private writtenGeneration: number | undefined;
  private readonly answered = new AnsweredStatus();
  private readonly attempts: Attempts;

  constructor(private readonly parts: PolicyKeeperParts) {
    this.attempts = new Attempts(parts, 'Cannot write the status of the policy; trying again');
  }

  /** Resolves when the signal aborts. Never rejects for what the API does. */
  async run(): Promise<void> {
    const { signal, api, during } = this.parts;
    const watching = keepWatching({
      ...this.parts,
      api: { watch: (_kind, _name, changed, extent, ending) => api.watch(changed, extent, ending) },
      kind: 'ReadinessPolicy',
      name: 'cluster',
      read: () => api.read(),
      changed: (policy) => {
        this.see(policy as ReadinessPolicy | undefined);
      },
    });
    while (!signal.aborted) {
      await during('Reading the cluster profile', () => this.detect());
      const retryIn = await during('Writing the status of the policy', () => this.attempts.make(() => this.keep()));
      const untilExpiry = millisecondsToExpiry(this.policy, Date.now());
      await this.alarm.sleep(Math.min(this.detectAt - performance.now(), retryIn, untilExpiry), signal);
    }
    await watching;
  }

  private see(policy: ReadinessPolicy | undefined): void {
    const requestedAt = policy?.spec?.recheckRequestedAt;
    // Who asks all agents to look again means the cluster's objects as well.
    if (requestedAt !== undefined && this.isPolicyKnown && requestedAt !== this.recheckRequestedAt) this.detectAt = 0;
    this.recheckRequestedAt = requestedAt;
    this.policy = policy;
    this.isPolicyKnown = true;
    this.lastStatus = policy?.status ?? this.lastStatus;
    this.alarm.ring();
  }

  private async detect(): Promise<void> {
    const { detection, detectIntervalSeconds, random } = this.parts;
    if (performance.now() < this.detectAt) return;
    const isSettled = await detection.readAgain();
    const seconds = isSettled ? detectIntervalSeconds : Math.min(detectIntervalSeconds, retryObjects / 1000);
    this.detectAt = performance.now() + heartbeatDelay(seconds, random);
  }

  /** Resolves to the milliseconds after which there is something to do again. */
  private async keep(): Promise<number> {
    const { api, detection, statusKnown, log } = this.parts;
    const { objects, unread } = detection;
    if (!this.isPolicyKnown || objects === undefined) return Infinity;
    if (this.policy === undefined) {
      this.policy = await api.create();
      log.info({}, 'Created the policy, since there was none');
    }
    const { policy, lastStatus: previous } = this;
    if (policy === undefined) return shortestGap;
    const status = policyStatusOf({ policy, objects, unread, previous, now: new Date().toISOString() });
    statusKnown(status, policy);
    if (isSameJson(policy.status, status) || this.answered.isKept(policy, status)) return Infinity;
    const isNews = policy.metadata.generation !== this.writtenGeneration;
    if (!isNews && performance.now() < this.writeAt) return this.writeAt - performance.now();
    const written = await api.replaceStatus(status);
    this.writeAt = performance.now() + shortestGap;
    this.writtenGeneration = policy.metadata.generation;
    this.lastStatus = status;
    this.answered.wrote(status, written);
    // What the API made of it; a watch may have shown a later one meanwhile.
    if (this.policy === policy) this.policy = written;
    log.info({ generation: status.observedGeneration }, 'Published the cluster profile');
    return Infinity;
  }
}
