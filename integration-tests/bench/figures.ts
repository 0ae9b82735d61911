import type { Machine } from '../../agent/bench/machine';

/**
 * The pages that are measured. The yardstick is `yardstick/PlainNodesPage.tsx`, in a real console its own list of Nodes;
 * nothing is what the console shows where there is no page.
 */
export type PageName = 'yardstick' | 'matrix' | 'overview' | 'nothing';

/** What is measured of a page, and in what. Times are milliseconds from the beginning of the navigation, or of a task. */
export const metricUnits = {
  firstRows: 'ms',
  /** The same from the moment that a running console goes over to the page. */
  arrived: 'ms',
  complete: 'ms',
  /** Of the main thread, until the data are complete. */
  cpu: 'ms',
  /** Of JavaScript, after a collection. */
  heap: 'MB',
  /** From the first rows until half a second after the data are complete; 0 where none took over 50 ms. */
  longestTask: 'ms',
  /** CPU time of the main thread while ten reports change in a second, and with them the Nodes. */
  busy: '%',
  /** Longest from one frame to the next while the page is scrolled. */
  frame: 'ms',
  /** The same with 200 rows and every chapter open. */
  openedFrame: 'ms',
  /** From the click to the first frame that shows what another profile would change. */
  whatIf: 'ms',
} as const satisfies Readonly<Record<string, 'ms' | 'MB' | '%'>>;

export type Metric = keyof typeof metricUnits;

/** What was measured of one page; what could not be is left out. */
export type PageFigures = Readonly<Partial<Record<Metric, number>>>;

/** Medians of all runs. */
export type ConsoleFigures = Readonly<Partial<Record<PageName, PageFigures>>>;

/** What a figure should at most be: so many times the yardstick's, or so much. */
export type Target = { readonly ratio: number } | { readonly most: number };

export interface FigureKind {
  readonly title: string;
  readonly page: Exclude<PageName, 'yardstick'>;
  readonly metric: Metric;
  readonly target?: Target;
}

/** Every figure, in the order in which people read them. Targets are those of 5,000 nodes. */
export const figureKinds: readonly FigureKind[] = [
  { title: 'No page, the console alone', page: 'nothing', metric: 'firstRows' },
  { title: 'Matrix, first rows', page: 'matrix', metric: 'firstRows', target: { ratio: 0.7 } },
  { title: 'The same, in a running console', page: 'matrix', metric: 'arrived', target: { ratio: 0.7 } },
  { title: 'Matrix, complete data', page: 'matrix', metric: 'complete', target: { ratio: 0.3 } },
  { title: 'Matrix, CPU to complete data', page: 'matrix', metric: 'cpu', target: { ratio: 0.3 } },
  { title: 'Matrix, heap', page: 'matrix', metric: 'heap', target: { ratio: 0.7 } },
  { title: 'Matrix, longest task after first rows', page: 'matrix', metric: 'longestTask', target: { most: 100 } },
  { title: 'Matrix, busy at 10 changes a second', page: 'matrix', metric: 'busy', target: { most: 10 } },
  { title: 'Matrix, longest frame while scrolling', page: 'matrix', metric: 'frame', target: { most: 33 } },
  { title: 'The same, 200 rows, all chapters open', page: 'matrix', metric: 'openedFrame', target: { most: 33 } },
  { title: 'Matrix, what-if once its data are there', page: 'matrix', metric: 'whatIf', target: { most: 200 } },
  { title: 'Overview, first causes', page: 'overview', metric: 'firstRows' },
  { title: 'The overview, in a running console', page: 'overview', metric: 'arrived', target: { ratio: 0.7 } },
  { title: 'Overview, complete data', page: 'overview', metric: 'complete', target: { ratio: 0.3 } },
  { title: 'Overview, CPU to complete data', page: 'overview', metric: 'cpu', target: { ratio: 0.3 } },
  { title: 'Overview, heap', page: 'overview', metric: 'heap', target: { ratio: 0.7 } },
  { title: 'Overview, longest task after causes', page: 'overview', metric: 'longestTask', target: { most: 100 } },
];

/** The size of the fleet that the targets are set for. */
export const targetNodes = 5000;

/** One fleet in one console, as it was measured. */
export interface SettingFigures {
  readonly console: string;
  /** Whether that is a real console, and not the emulated one of that release. */
  readonly isReal: boolean;
  readonly nodes: number;
  readonly runs: number;
  readonly figures: ConsoleFigures;
  /** What could not be measured, and why: a sentence each. */
  readonly notMeasured: readonly string[];
}

/** The same as it is kept in the repository. */
export interface ConsoleRecord extends SettingFigures {
  readonly day: string;
  readonly machine: Machine;
  readonly browser: string;
}

/** What the figures are of, as a title. */
export const titleOf = ({ nodes, console, isReal }: Pick<SettingFigures, 'nodes' | 'console' | 'isReal'>): string =>
  `${nodes.toLocaleString('en')} nodes, ${isReal ? 'the real console' : 'console'} ${console}`;
