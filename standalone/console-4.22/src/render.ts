import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

/** Renders as this console's React does. */
export const render = (element: ReactElement, container: Element): void => createRoot(container).render(element);
