import type { Alarm } from '../publish/alarm';
import type { FlowEngine } from './flow-engine';
import { stepInterval } from './flow-engine';
import type { FlowPace } from './flow-pace';

/** What running an engine takes. */
export interface FlowEngineRun {
  readonly engine: FlowEngine;
  readonly pace: FlowPace;
  /** Rings where settings change. */
  readonly alarm: Alarm;
  /** Has each step watched. */
  readonly during: (work: () => Promise<void>) => Promise<void>;
  /** Whether there is nothing to test by yet. */
  readonly isWaiting: () => boolean;
  readonly signal: AbortSignal;
}

/** Lets an engine go on, step by step, until the signal aborts. */
export async function runFlowEngine({ engine, pace, alarm, during, isWaiting, signal }: FlowEngineRun): Promise<void> {
  const end = (): void => {
    engine.end();
  };
  signal.addEventListener('abort', end);
  while (!signal.aborted) {
    if (isWaiting()) await alarm.sleep(stepInterval, signal);
    else {
      await during(() => engine.step());
      await alarm.sleep(pace.rest(), signal);
    }
  }
}
