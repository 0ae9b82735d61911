import { useEffect, useRef } from 'react';

/** Dialogs give the focus back a moment after they close. */
const settleMilliseconds = 100;

/**
 * Moves the focus to the first element that the selector finds when the element that had it went away with a change
 * of `mode`. Otherwise keyboard users would begin at the top of the page again.
 */
export function useKeepFocus(mode: string, selector: string): void {
  const previous = useRef(mode);
  /** Whether an earlier change may have taken the focus away, and nobody has looked yet. */
  const isOpen = useRef(false);
  // While this renders, what is about to go away is still there. Where nothing had the focus, nothing has lost it.
  const hasFocus = document.activeElement !== null && document.activeElement !== document.body;
  useEffect(() => {
    if (previous.current === mode) return undefined;
    previous.current = mode;
    if (!hasFocus && !isOpen.current) return undefined;
    isOpen.current = true;
    const timer = window.setTimeout(() => {
      isOpen.current = false;
      const active = document.activeElement;
      const target = document.querySelector<HTMLElement>(selector);
      if (target === null || (active !== null && active !== document.body)) return;
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }, settleMilliseconds);
    return () => {
      window.clearTimeout(timer);
    };
    // Only what had the focus when the mode changed matters.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [mode, selector]);
}
