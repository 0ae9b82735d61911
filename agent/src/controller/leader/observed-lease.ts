import type { Lease } from './lease';
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

/** The Lease as one candidate sees it. */
export class ObservedLease {
  private lease: Lease | undefined;
  /** What it said when it last changed, and when we saw that, by our monotonic clock in milliseconds. */
  private observed = '';
  private observedAt = -Infinity;

  constructor(
    private readonly identity: string,
    private readonly times: ElectionTimes,
  ) {}

  /** How long a lease has stood still counts from when we saw it change: the times in it are of another machine's clock. */
  look(lease: Lease | undefined): void {
    const now = JSON.stringify(lease?.spec);
    if (now !== this.observed) {
      this.observed = now;
      this.observedAt = performance.now();
    }
    this.lease = lease;
  }

  /** Whether it names another one, alive or not. */
  get isHeldByAnother(): boolean {
    const holder = this.lease?.spec.holderIdentity ?? '';
    return holder !== '' && holder !== this.identity;
  }

  /** Whether another one holds it who may still be alive. */
  get isTaken(): boolean {
    const seconds = this.lease?.spec.leaseDurationSeconds ?? this.times.lease;
    return this.isHeldByAnother && performance.now() < this.observedAt + seconds * 1000;
  }

  /** What it says once it is ours. */
  ours(date: Date): Lease['spec'] {
    const { holderIdentity, acquireTime, leaseTransitions = 0 } = this.lease?.spec ?? {};
    const now = microTime(date);
    const isOurs = holderIdentity === this.identity;
    return {
      holderIdentity: this.identity,
      leaseDurationSeconds: this.times.lease,
      acquireTime: (isOurs ? acquireTime : undefined) ?? now,
      renewTime: now,
      leaseTransitions: isOurs || this.lease === undefined ? leaseTransitions : leaseTransitions + 1,
    };
  }
}
