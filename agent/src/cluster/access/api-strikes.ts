import type { ApiWay } from '@calico-readiness/requirements';

/** Milliseconds. */
const minute = 60_000;

/** So many tests that went wrong, the first at most so many milliseconds before the last, make a way a failing one: as for flows (ADR 37). */
const strikesToFail = 3;
const strikeWindow = 10 * minute;
/** Milliseconds from the first to the second test that goes wrong, and from there to the third. */
const retestDelays = [2 * minute, 4 * minute] as const;
/** Milliseconds to the next test while a way fails, and while all is well. */
const failingDelay = 5 * minute;
const usualDelay = 15 * minute;

/** What is remembered of a way that went wrong: when, in milliseconds of one clock, and whether it fails. */
interface Trouble {
  readonly strikes: readonly number[];
  readonly failing: boolean;
}

/**
 * Counts what goes wrong on each way to the API. An outage of the whole API, or the restart of a server, is no fault of the
 * network: a test counts only while the API answers by another way, and three of them take six minutes.
 */
export class ApiStrikes {
  private troubles = new Map<string, Trouble>();

  /** The ways as they were just tested, with those marked that fail now. `aliveOtherwise`: the API answered another request. */
  judge(ways: readonly ApiWay[], aliveOtherwise: boolean, now: number): readonly ApiWay[] {
    const before = this.troubles;
    this.troubles = new Map();
    return ways.map((way) => {
      if (way.outcome === 'ready') return way;
      const isAlive = aliveOtherwise || ways.some((other) => other !== way && answers(other));
      const trouble = after(before.get(keyOf(way)), isAlive || answers(way), now);
      this.troubles.set(keyOf(way), trouble);
      return trouble.failing ? { ...way, failing: true } : way;
    });
  }

  /** Milliseconds until the next test. */
  get delay(): number {
    const delays = [...this.troubles.values()].map(({ strikes, failing }) =>
      failing ? failingDelay : (retestDelays[strikes.length - 1] ?? retestDelays[0]),
    );
    return Math.min(usualDelay, ...delays);
  }
}

const keyOf = ({ kind, address }: ApiWay): string => `${kind} ${address}`;

const answers = ({ outcome }: ApiWay): boolean =>
  outcome === 'ready' || outcome === 'not-ready' || outcome === 'denied';

function after(before: Trouble | undefined, counts: boolean, now: number): Trouble {
  if (before?.failing === true) return before;
  const recent = (before?.strikes ?? []).filter((strike) => now - strike <= strikeWindow);
  const strikes = counts ? [...recent, now] : recent;
  return { strikes, failing: strikes.length >= strikesToFail };
}
