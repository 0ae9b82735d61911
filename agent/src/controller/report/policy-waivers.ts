import type { ReadWaivers } from '@calico-readiness/requirements';
import { ActiveWaivers, nextExpiry, readWaivers } from '@calico-readiness/requirements';

/** The waivers of a policy as the controller uses them again and again; what it said of labels is remembered until one ends. */
export class PolicyWaivers {
  readonly read: ReadWaivers;
  private active: ActiveWaivers | undefined;
  private activeUntil = -Infinity;
  private activeSince = Infinity;
  private readonly text: string;

  /** `written` is `spec.waivers`, untrusted. */
  constructor(written?: unknown) {
    this.read = readWaivers(written);
    this.text = textOf(written);
  }

  /** The waivers that are written now; the same object where they are the same. */
  as(written: unknown): PolicyWaivers {
    return textOf(written) === this.text ? this : new PolicyWaivers(written);
  }

  /** Those that have not ended; `now` is in milliseconds since 1970, and may be earlier than before where a clock was set. */
  activeAt(now: number): ActiveWaivers {
    const { usable } = this.read;
    if (this.active !== undefined && now >= this.activeSince && now < this.activeUntil) return this.active;
    this.activeSince = now;
    this.activeUntil = nextExpiry(usable, now) ?? Infinity;
    this.active = new ActiveWaivers(usable, now);
    return this.active;
  }
}

const textOf = (written: unknown): string => JSON.stringify(written ?? null);
