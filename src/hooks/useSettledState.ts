import { useCallback, useState } from 'react';
import { useIsShown } from './useIsShown';

/** State that a request sets when it ends; nothing is set any more once the page was left. */
export function useSettledState<State>(initial: State): readonly [State, (next: State) => void] {
  const [state, setState] = useState(initial);
  const isShown = useIsShown();
  const settle = useCallback(
    (next: State): void => {
      if (isShown()) setState(() => next);
    },
    [isShown],
  );
  return [state, settle];
}
