import { useEffect } from 'react';
import type { RefObject } from 'react';

const prefersReducedMotion = (): boolean =>
  typeof window.matchMedia === 'function' && window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * For what somebody has just opened: scrolls all of it into view, or its beginning where it is higher than the view,
 * and moves the focus to its first field.
 */
export function useBroughtIntoView(opened: RefObject<HTMLElement>): void {
  useEffect(() => {
    opened.current?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
    opened.current?.scrollIntoView({ block: 'nearest', behavior: prefersReducedMotion() ? 'auto' : 'smooth' });
  }, [opened]);
}
