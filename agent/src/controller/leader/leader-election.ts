import { ApiError } from '../../cluster/api-error';
import type { AgentLog } from '../../foundation/agent-log';
import { errorText } from '../../foundation/agent-log';
import { Alarm } from '../../publish/alarm';
import type { LeaseApi } from './lease';
import { released } from './lease';
import type { ElectionTimes } from './observed-lease';
import { ObservedLease } from './observed-lease';

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
  private readonly seen: ObservedLease;
  private failures = 0;

  constructor(private readonly options: ElectionOptions) {
    this.seen = new ObservedLease(options.identity, options.times);
  }

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
      ending.abort();
    });
    working.catch(() => undefined); // It is awaited below; meanwhile it may fail.
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
    else log.warn({}, 'No longer leading');
  }

  /** Resolves when we may not be the leader any more, or the signal aborts. */
  private async renewUntil(leading: AbortSignal, acquiredAt: number): Promise<void> {
    const { renew, retry } = this.options.times;
    let deadline = acquiredAt + renew * 1000;
    while (!leading.aborted) {
      await this.alarm.sleep(Math.min(retry * 1000, deadline - performance.now()), leading);
      if (leading.aborted || performance.now() >= deadline) return;
      const asked = performance.now();
      // An answer that comes too late is none.
      const isRenewed = await Promise.race([this.acquireOrRenew(), this.passed(deadline)]);
      if (isRenewed) deadline = asked + renew * 1000;
      else if (this.seen.isHeldByAnother || performance.now() >= deadline) return;
    }
  }

  private async passed(deadline: number): Promise<false> {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, deadline - performance.now())).unref());
    return false;
  }

  /** Whether the lease is ours from now on. Never rejects: what the API does not answer is not ours. */
  private async acquireOrRenew(): Promise<boolean> {
    const { api, log, signal } = this.options;
    try {
      const lease = await api.read();
      this.seen.look(lease);
      if (this.seen.isTaken) return false;
      const spec = this.seen.ours(new Date());
      this.seen.look(lease === undefined ? await api.create(spec) : await api.replace({ ...lease, spec }));
      this.failures = 0;
      return true;
    } catch (error) {
      if (signal.aborted || (error instanceof ApiError && error.status === 409)) return false;
      this.failures += 1;
      if (this.failures === 1) log.warn({ error: errorText(error) }, 'Cannot read or write the Lease; trying again');
      return false;
    }
  }

  /** Says that nobody holds it. What the API has against it does not matter: the lease ends by itself. */
  private async release(): Promise<void> {
    const { api, log, identity } = this.options;
    try {
      const lease = await api.read();
      if (lease?.spec.holderIdentity !== identity) return;
      await api.replace(released(lease, new Date()));
      log.info({}, 'Gave the Lease back');
    } catch (error) {
      log.warn({ error: errorText(error) }, 'Cannot give the Lease back');
    }
  }
}
