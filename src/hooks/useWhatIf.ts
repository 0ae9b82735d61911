import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from '../console/router';
import { fleetProfile } from '../fleet/fleet-profile';
import { isCurrent } from '../fleet/node-row';
import type { FleetProfile } from '../fleet/fleet-profile';
import { summarizeWhatIf } from '../fleet/what-if/what-if-changes';
import { readWhatIf, writeWhatIf } from '../fleet/what-if/what-if-address';
import { WhatIfJudge } from '../fleet/what-if/what-if-fleet';
import { differences, whatIfFields } from '../fleet/what-if/what-if-profile';
import type { WhatIfValues } from '../fleet/what-if/what-if-profile';
import { stateUnderWhatIf, useFormer } from './shown-what-if';
import type { ShownWhatIf } from './shown-what-if';
import type { FleetState } from './useFleet';
import { useJudgedFleet } from './useJudgedFleet';
import { useWholeFleet } from './useWholeFleet';

/** The name under which an address carries a what-if. */
export const whatIfParameter = 'whatif';

export interface WhatIf extends ShownWhatIf {
  /** What the nodes are judged against currently, once known. */
  readonly present: FleetProfile | undefined;
  /** Goes over to a what-if; one that does not differ from the current state leaves. */
  readonly apply: (values: WhatIfValues) => void;
  readonly leave: () => void;
  /** Whether the editor of the profile is open, and what opens and closes it. */
  readonly isEditing: boolean;
  readonly setEditing: (isEditing: boolean) => void;
}

/** Call it once per page, with the current state. */
export function useWhatIf(listed: FleetState): WhatIf {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get(whatIfParameter) ?? '';
  const { values, ignored } = useMemo(() => readWhatIf(text), [text]);
  const isOn = whatIfFields.some((field) => values[field] !== undefined);
  const judge = useMemo(() => (isOn ? new WhatIfJudge(values) : null), [isOn, values]);
  // A what-if judges facts, which lines do not carry.
  const state = useWholeFleet(listed, isOn ? isCurrent : null);
  const presentFleet = state.status === 'ready' ? state.fleet : undefined;
  const { fleet, done } = useJudgedFleet(presentFleet, judge);
  const listedFleet = listed.status === 'ready' ? listed.fleet : undefined;
  const present = useMemo(() => listedFleet && fleetProfile(listedFleet), [listedFleet]);
  const [isEditing, setEditing] = useState(false);
  const summary = useMemo(() => fleet && summarizeWhatIf(fleet), [fleet]);
  const go = useCallback(
    (wanted: string) => {
      const next = new URLSearchParams(parameters);
      next.delete(whatIfParameter);
      // Another page of the matrix and the changes alone mean something else under another profile.
      next.delete('page');
      if (wanted === '') next.delete('changed');
      else next.set(whatIfParameter, wanted);
      setParameters(next);
    },
    [parameters, setParameters],
  );
  const isAwaited = isOn && state.status === 'ready' && fleet === undefined && done === undefined;
  const asked: ShownWhatIf = {
    isOn,
    values,
    ignored,
    summary,
    state: isOn ? stateUnderWhatIf(state, fleet, done ?? 0) : state,
  };
  const former = useFormer(asked, isOn && fleet !== undefined);
  return {
    ...(isAwaited ? (former ?? asked) : asked),
    present,
    isEditing,
    setEditing,
    apply: (wanted) => {
      setEditing(false);
      go(writeWhatIf(present === undefined ? wanted : differences(present.profile, wanted)));
    },
    leave: () => {
      go('');
    },
  };
}
