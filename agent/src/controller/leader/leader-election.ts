import { ApiError } from '../../cluster/api-error';
import type { AgentLog } from '../../foundation/agent-log';
import { errorText } from '../../foundation/agent-log';
import { Alarm } from '../../publish/alarm';
import type { Lease, LeaseApi } from './lease';
import { microTime } from './lease';

/**
 * Times of an election, seconds, as in client-go's leaderelection: a leader renews its lease every `retry`, gives up when it
 * could not for `renew`, and is taken to be gone when nobody saw it renew for `lease`. `retry` < `renew` < `lease`, so that
 * no two lead at once as long as their clocks run equally fast; what time they show does not matter.
 */
export interface ElectionTimes {
  readonly lease: number;
  readonly renew: number;
  readonly retry: number;
}

/** The times that go with the duration of a lease: an API that is away for less than half of it unseats nobody. */
export const electionTimes = (lease: number): ElectionTimes => ({ lease, renew: (lease * 2) / 3, retry: lease / 6 });

/** What an election takes. */
export interface ElectionOptions {
  readonly api: LeaseApi;
  /** Who we are, unlike any other replica. */
  readonly identity: string;
  readonly times: ElectionTimes;
  /** Called when it begins and when it ends. */
  readonly leads: (isLeader: boolean) => void;
  readonly log: AgentLog;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** Runs for leader by a Lease (https://kubernetes.io/docs/concepts/architecture/leases/). */
export class LeaderElection {
  private readonly alarm = new Alarm();
  private lease: Lease | undefined;
  /** What the lease said when it last changed, and when we saw that, by our monotonic clock in milliseconds. */
  private observed = '';
  private observedAt = -Infinity;
  private failures = 0;

  constructor(private readonly options: ElectionOptions) {}

  /**
   * Does the work whenever we are the leader, until the signal aborts; the work gets a signal that aborts as soon as we
   * may not be it any more. When we end, the lease is given back, so that another need not wait. Rejects when the work does.
   */
  async run(work: (leading: AbortSignal) => Promise<void>): Promise<void> {
    const { signal, times, random } = this.options;
    while (!signal.aborted) {
      const asked = performance.now();
      if (await this.acquireOrRenew()) await this.lead(work, asked);
      else await this.alarm.sleep(times.retry * 1000 * (1 + random() * 0.2), signal);
    }
  }

  private async lead(work: (leading: AbortSignal) => Promise<void>, acquiredAt: number): Promise<void> {
    const { leads, log, signal } = this.options;
    log.info({}, 'Leading');
    leads(true);
    const ending = new AbortController();
    const leading = AbortSignal.any([signal, ending.signal]);
    const working = work(leading).finally(() => {
      // Who can do no work must not keep others from it.
      ending.abort();
    });
    // It is awaited below; meanwhile it may fail.
    working.catch(() => undefined);
    try {
      await this.renewUntil(leading, acquiredAt);
    } finally {
      ending.abort();
      leads(false);
    }
    await working;
    // What was under way may have ended only now.
    leads(false);
    if (signal.aborted) await this.release();
    else log.warn({}, 'Not leading any more');
  }

  /** Resolves when we may not be the leader any more, or the signal aborts. */
  private async renewUntil(leading: AbortSignal, acquiredAt: number): Promise<void> {
    const { times } = this.options;
    let deadline = acquiredAt + times.renew * 1000;
    while (!leading.aborted) {
      await this.alarm.sleep(Math.min(times.retry * 1000, deadline - performance.now()), leading);
      if (leading.aborted || performance.now() >= deadline) return;
      const asked = performance.now();
      // An answer that comes too late is none.
      const isRenewed = await Promise.race([this.acquireOrRenew(), this.passed(deadline)]);
      if (isRenewed) deadline = asked + times.renew * 1000;
      else if (this.isHeldByAnother || performance.now() >= deadline) return;
    }
  }

  private async passed(deadline: number): Promise<false> {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, deadline - performance.now())).unref());
    return false;
  }

  private get isHeldByAnother(): boolean {
    const holder = this.lease?.spec.holderIdentity ?? '';
    return holder !== '' && holder !== this.options.identity;
  }

  /** Whether the lease is ours from now on. Never rejects: what the API does not answer is not ours. */
  private async acquireOrRenew(): Promise<boolean> {
    const { api, log, signal } = this.options;
    try {
      const lease = await api.read();
      this.look(lease);
      if (lease !== undefined && this.isHeldByAnother && this.isValid(lease)) return false;
      this.look(
        lease === undefined ? await api.create(this.spec()) : await api.replace({ ...lease, spec: this.spec(lease) }),
      );
      this.failures = 0;
      return true;
    } catch (error) {
      if (signal.aborted || (error instanceof ApiError && error.status === 409)) return false;
      this.failures += 1;
      if (this.failures === 1) log.warn({ error: errorText(error) }, 'Cannot read or write the Lease; trying again');
      return false;
    }
  }

  /** How long a lease has stood still counts from when we saw it change: the times in it are of another machine's clock. */
  private look(lease: Lease | undefined): void {
    const now = JSON.stringify(lease?.spec);
    if (now !== this.observed) {
      this.observed = now;
      this.observedAt = performance.now();
    }
    this.lease = lease;
  }

  private isValid({ spec }: Lease): boolean {
    const seconds = spec.leaseDurationSeconds ?? this.options.times.lease;
    return performance.now() < this.observedAt + seconds * 1000;
  }

  private spec(before?: Lease): Lease['spec'] {
    const { identity, times } = this.options;
    const { holderIdentity, acquireTime, leaseTransitions = 0 } = before?.spec ?? {};
    const now = microTime(new Date());
    const isOurs = holderIdentity === identity;
    return {
      holderIdentity: identity,
      leaseDurationSeconds: times.lease,
      acquireTime: (isOurs ? acquireTime : undefined) ?? now,
      renewTime: now,
      leaseTransitions: isOurs || before === undefined ? leaseTransitions : leaseTransitions + 1,
    };
  }

  /** Says that nobody holds it. What the API has against it does not matter: the lease ends by itself. */
  private async release(): Promise<void> {
    const { api, log, identity } = this.options;
    try {
      const lease = await api.read();
      if (lease?.spec.holderIdentity !== identity) return;
      const now = microTime(new Date());
      const { leaseTransitions = 0 } = lease.spec;
      const spec = { holderIdentity: '', leaseDurationSeconds: 1, acquireTime: now, renewTime: now, leaseTransitions };
      await api.replace({ ...lease, spec });
      log.info({}, 'Gave the Lease back');
    } catch (error) {
      log.warn({ error: errorText(error) }, 'Cannot give the Lease back');
    }
  }
}
