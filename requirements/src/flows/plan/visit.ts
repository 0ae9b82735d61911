import type { FlowKey } from '../../model/traffic/flow';
import type { Outcome } from './suspects';

/** A visit to make now. */
export interface Visit {
  /** The peer, by its key. */
  readonly target: number;
  /** The flows to test again, or undefined for all that the pair needs. */
  readonly flows: readonly FlowKey[] | undefined;
  /** Whether it is the visit by which this peer is counted. */
  readonly counts: boolean;
  /** Whether somebody asked for it. */
  readonly asked?: true;
}

/** What a visit came to; `at` when it ended, milliseconds since 1970. */
export interface VisitOutcome {
  readonly target: number;
  readonly at: number;
  readonly counts: boolean;
  readonly asked?: true;
  readonly outcomes: ReadonlyMap<FlowKey, Outcome>;
}
