import type { PageName } from './figures';

/** A page by its address, what is there with its first rows, and what only once everything has arrived; as XPath. */
export interface MeasuredPage {
  readonly name: PageName;
  readonly address: string;
  readonly first: string;
  readonly complete: (nodes: number) => string;
}

const notFound = '//*[self::h1 or self::h2][contains(., "404")]';

/** As the pages write it in English. */
const grouped = (nodes: number): string => nodes.toLocaleString('en');

/** The yardstick in an emulated console. */
export const plainNodes: MeasuredPage = {
  name: 'yardstick',
  address: '/plain-nodes',
  first: '//tbody/tr/td',
  complete: (nodes) => `//*[@role="status"][.="${String(nodes)} nodes"]`,
};

/** The yardstick in a real console from 4.22 on: its list of Nodes, whose pagination counts what has arrived. */
export const consoleNodes: MeasuredPage = {
  name: 'yardstick',
  address: '/k8s/cluster/nodes',
  first: '//tbody/tr//a[starts-with(@href, "/k8s/cluster/nodes/")]',
  complete: (nodes) =>
    `//*[contains(@class, "pf-v6-c-pagination")]//b[normalize-space(.)="${String(nodes)}" or normalize-space(.)="${grouped(nodes)}"]`,
};

/** No page at all: what a console says of an address that nobody answers for, once it has loaded itself and its plugins. */
export const nothing: MeasuredPage = {
  name: 'nothing',
  address: '/nothing-is-here',
  first: notFound,
  complete: () => notFound,
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
