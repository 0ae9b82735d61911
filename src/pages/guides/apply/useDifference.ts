import { useEffect, useState } from 'react';
import type { MachineConfigResource } from '../../../k8s/machine-config';
import type { Difference } from './difference';

export type DifferenceState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'ready'; readonly difference: Difference };

/** As soon as the part of the plugin that compares has arrived. Both objects must keep their identity. */
export function useDifference(
  before: MachineConfigResource | undefined,
  after: MachineConfigResource,
): DifferenceState {
  const [state, setState] = useState<DifferenceState>({ status: 'loading' });
  useEffect(() => {
    let stopped = false;
    const settle = (next: DifferenceState) => {
      if (!stopped) setState(next);
    };
    import('./difference').then(
      ({ differenceOf }) => {
        settle({ status: 'ready', difference: differenceOf(before, after) });
      },
      () => {
        settle({ status: 'failed' });
      },
    );
    return () => {
      stopped = true;
    };
  }, [before, after]);
  return state;
}
