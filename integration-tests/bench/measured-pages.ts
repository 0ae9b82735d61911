import type { PageName } from './figures';

/** A page by its address, what is there with its first rows, and what only once everything has arrived; as XPath. */
export interface MeasuredPage {
  readonly name: PageName;
  readonly address: string;
  readonly first: string;
  readonly complete: (nodes: number) => string;
}

/** As the pages write it in English. */
const grouped = (nodes: number): string => nodes.toLocaleString('en');

export const yardstick: MeasuredPage = {
  name: 'yardstick',
  address: '/plain-nodes',
  first: '//tbody/tr/td',
  complete: (nodes) => `//*[@role="status"][.="${String(nodes)} nodes"]`,
};

export const matrix: MeasuredPage = {
  name: 'matrix',
  address: '/calico-readiness/nodes',
  first: '//tbody/tr/*[@role="gridcell"]',
  complete: (nodes) => `//*[@role="status"][.="${grouped(nodes)} of ${grouped(nodes)} nodes"]`,
};

/** Two hundred rows, and every requirement of every chapter. */
export const openedMatrix: MeasuredPage = {
  ...matrix,
  address:
    '/calico-readiness/nodes?perPage=200&chapter=datastore&chapter=network&chapter=privileges&chapter=kernel&chapter=node&chapter=operating-system',
};

export const overview: MeasuredPage = {
  name: 'overview',
  address: '/calico-readiness',
  first: '//h2[starts-with(normalize-space(.), "Causes")]',
  // The controller's summary has causes as well; pools come with the rows.
  complete: () => '//h2[normalize-space(.)="Pools by chapter"]',
};
