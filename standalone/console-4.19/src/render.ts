import type { ReactElement } from 'react';
import ReactDOM from 'react-dom';

/** Renders as this console's React does. */
export const render = (element: ReactElement, container: Element): void => void ReactDOM.render(element, container);
