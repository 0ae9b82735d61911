import { useEffect, useRef } from 'react';

/** Dialogs give the focus back a moment after they close. */
const settleMilliseconds = 100;

/**
 * Moves the focus to the first element that the selector finds when the element that had it went away with a change
 * of `mode`. Otherwise keyboard users would begin at the top of the page again.
 */
export function useKeepFocus(mode: string, selector: string): void {
  const previous = useRef(mode);
  useEffect(() => {
    if (previous.current === mode) return undefined;
    previous.current = mode;
    const timer = window.setTimeout(() => {
      const active = document.activeElement;
      const target = document.querySelector<HTMLElement>(selector);
      if (target === null || (active !== null && active !== document.body)) return;
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }, settleMilliseconds);
    return () => {
      window.clearTimeout(timer);
    };
  }, [mode, selector]);
}
