/** One figure of what the agent costs. */
export interface FigureKind {
  readonly title: string;
  /** `ms` is CPU time, user and system. */
  readonly unit: 'ms' | 'MB' | 'calls' | 'minutes' | 'observations';
  /** What it should at most be. */
  readonly target?: number;
}

/** Every figure, in the order in which people read them. */
export const figureKinds = {
  bareNode: { title: '`node -e 0`, the yardstick', unit: 'ms' },
  helpCpu: { title: 'The program alone, `--help`', unit: 'ms' },
  checkCpu: { title: 'One `check -o json`', unit: 'ms', target: 210 },
  checkPeak: { title: 'One check, peak memory', unit: 'MB' },
  checkCalls: { title: 'One check, system calls', unit: 'calls', target: 9_000 },
  socketsCpu: { title: 'One check beside 60,000 sockets', unit: 'ms', target: 300 },
  socketsPeak: { title: 'The same, peak memory', unit: 'MB', target: 90 },
  observationCpu: { title: 'One observation of a running agent', unit: 'ms', target: 30 },
  agentCpu: { title: 'A minute of the agent on a busy node', unit: 'ms', target: 130 },
  agentMinutes: { title: 'The same, measured for', unit: 'minutes' },
  agentResident: { title: 'The same, memory afterwards', unit: 'MB', target: 64 },
  agentAnonymous: { title: 'Of that its own', unit: 'MB' },
  agentPeak: { title: 'The same, peak memory', unit: 'MB' },
  flowsWithoutCpu: { title: 'A minute of an agent that tests no flows', unit: 'ms' },
  flowsCpu: { title: 'A minute of one that tests those to 5,000 peers', unit: 'ms' },
  flowsWithoutResident: { title: 'Memory of an agent that tests no flows', unit: 'MB' },
  flowsResident: { title: 'Memory of one that tests those to 5,000 peers', unit: 'MB' },
  flowsPeak: { title: 'The same, peak memory', unit: 'MB' },
  missedObservations: { title: 'Observations missed while the API is ill', unit: 'observations', target: 0 },
  unpublished: { title: 'Observations not published afterwards', unit: 'observations', target: 0 },
  evaluation: { title: '5,000 nodes judged by every requirement', unit: 'ms', target: 250 },
} as const satisfies Readonly<Record<string, FigureKind>>;

export type FigureName = keyof typeof figureKinds;

export const figureNames = Object.keys(figureKinds) as readonly FigureName[];

/** What was measured; what could not be is left out. */
export type Figures = Readonly<Partial<Record<FigureName, number>>>;

/** What one probe asks of the file system when it runs alone. */
export interface ProbeReads {
  readonly probe: string;
  readonly lookedAt: number;
  readonly links: number;
  readonly listed: number;
  readonly opened: number;
  readonly reads: number;
  readonly kilobytes: number;
}

/** Memory of an agent that collects its garbage every second, after so many minutes; megabytes. */
export interface MemoryAfter {
  readonly minute: number;
  readonly resident: number;
  readonly anonymous: number;
}

/** What one part of the bench brings. */
export interface Measured {
  readonly figures: Figures;
  /** System calls of a check by kind. */
  readonly calls?: Readonly<Record<string, number>>;
  readonly probes?: readonly ProbeReads[];
  readonly memory?: readonly MemoryAfter[];
  /** What could not be measured, and why: a sentence each. */
  readonly notMeasured?: readonly string[];
}

/** As reports write it: memory is measured in kilobytes. */
export const megabytes = (kilobytes: number): number => Math.round(kilobytes / 102.4) / 10;
