import type { Clock } from './clock';
import { machineClock } from './clock';
import { stepInterval } from './flow-engine';

/** By which time an engine goes on, and how soon. */
export interface FlowPace {
  readonly clock: Clock;
  /** Milliseconds until the next step; asked once after each. */
  rest(): number;
}

/** A step each fifteen seconds. */
export const usualPace: FlowPace = { clock: machineClock, rest: () => stepInterval };

/**
 * Begins in the past, and makes the steps of the time since then without waiting, until it is as late as the machine's
 * clock. Packets are sent and awaited as ever; only the time between steps is skipped. For a few nodes that are all on
 * one machine, whose clocks must go the same way: `lag` is what the others have to take off theirs.
 */
export class CatchingUpPace implements FlowPace {
  readonly clock: Clock = {
    wall: () => machineClock.wall() - this.lag,
    steady: () => machineClock.steady() - this.lag,
  };

  /** `lag` is in milliseconds. `changed` hears of it before each step that is made earlier than usual. */
  constructor(
    private lag: number,
    private readonly changed: (lag: number) => void,
  ) {}

  rest(): number {
    if (this.lag <= 0) return stepInterval;
    this.lag = Math.max(0, this.lag - stepInterval);
    this.changed(this.lag);
    return 0;
  }
}
