import { useEffect, useRef } from 'react';
import { fleetOfRows } from '../fleet/build-fleet';
import type { Fleet } from '../fleet/build-fleet';
import type { WhatIfSummary } from '../fleet/what-if/what-if-changes';
import type { WhatIfValues } from '../fleet/what-if/what-if-profile';
import type { FleetState } from './useFleet';

/** A what-if that the address asks for, and what comes of it. */
export interface ShownWhatIf {
  readonly isOn: boolean;
  readonly values: WhatIfValues;
  /** Parts of the address that ask for nonsense. */
  readonly ignored: readonly string[];
  /** What the page shows: the current state, or with a what-if the judged fleet and nothing else. */
  readonly state: FleetState;
  /** Once every node is judged. */
  readonly summary: WhatIfSummary | undefined;
}

const nobody = fleetOfRows([], []);

/**
 * The what-if that was complete before. A page goes over from one to the next at once: what was shown stays, with its
 * own banner, for the moment in which the next is evaluated. What takes longer shows its progress.
 */
export function useFormer(asked: ShownWhatIf, isComplete: boolean): ShownWhatIf | undefined {
  const former = useRef<ShownWhatIf>();
  useEffect(() => {
    if (isComplete) former.current = asked;
    else if (!asked.isOn) former.current = undefined;
  });
  return former.current;
}

/** Rows of the current state are never shown in a what-if, not even while their judgement is awaited. */
export function stateUnderWhatIf(state: FleetState, fleet: Fleet | undefined, done: number): FleetState {
  if (state.status === 'failed') return state;
  if (state.status === 'loading') return { ...state, fleet: nobody };
  if (fleet !== undefined) return { ...state, fleet };
  return {
    status: 'loading',
    activity: 'judging',
    progress: { loaded: done, total: state.fleet.rows.length },
    fleet: nobody,
  };
}
