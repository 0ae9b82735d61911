import type { Alarm } from '../publish/alarm';
import type { FlowEngine } from './flow-engine';
import { stepInterval } from './flow-engine';

/** What running an engine takes. */
export interface FlowEngineRun {
  readonly engine: FlowEngine;
  /** Rings where settings change. */
  readonly alarm: Alarm;
  /** Has each step watched. */
  readonly during: (work: () => Promise<void>) => Promise<void>;
  /** Whether there is nothing to test by yet. */
  readonly isWaiting: () => boolean;
  readonly signal: AbortSignal;
}

/** Lets an engine go on, a step each fifteen seconds, until the signal aborts. */
export async function runFlowEngine({ engine, alarm, during, isWaiting, signal }: FlowEngineRun): Promise<void> {
  const end = (): void => {
    engine.end();
  };
  signal.addEventListener('abort', end);
  while (!signal.aborted) {
    if (!isWaiting()) await during(() => engine.step());
    await alarm.sleep(stepInterval, signal);
  }
}
