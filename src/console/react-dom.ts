import type { ReactNode, ReactPortal } from 'react';

/*
 * What PatternFly and the list of rows take of react-dom, which webpack puts in its place. The console shares React with
 * its plugins, and not react-dom. A copy of our own renders nothing: it would be 40 KB (gzip) on the way to every first
 * row, for what stands here. An element for another place is a plain object, the same in React 16 to 18, which the
 * console's react-dom renders.
 */

export const createPortal = (
  children: ReactNode,
  containerInfo: Element | DocumentFragment,
  key?: string | null,
): ReactPortal =>
  ({
    $$typeof: Symbol.for('react.portal'),
    key: key ?? null,
    children,
    containerInfo,
    implementation: null,
  }) as unknown as ReactPortal;

/** Only the copy that renders could do more than run it. */
export const flushSync = <Result>(run: () => Result): Result => run();
