import type { Machine } from '../machine';

/** How requests spread over time. */
export interface Spread {
  readonly requests: number;
  readonly writes: number;
  /** From the first to the last, in seconds. */
  readonly seconds: number;
  /** The most in one second. */
  readonly busiest: number;
  readonly busiestWrites: number;
  /** Within how many seconds from the first one half of them came. */
  readonly half: number;
  /** Answers that are errors, by status; what is not there yet (404) is none. */
  readonly refused: Readonly<Record<string, number>>;
}

/** One form in which all reports can be listed. */
export interface ListedForm {
  readonly form: string;
  /** Before compression. */
  readonly bytes: number;
  readonly items: number;
  readonly milliseconds: number;
}

/** What a process took while it was watched. */
export interface Usage {
  /** Of one core. */
  readonly percent: number;
  /** Megabytes, at the end. */
  readonly resident: number;
}

/** What a fleet of agents does to its API server. */
export interface FleetFigures {
  readonly nodes: number;
  readonly begin: Spread & {
    /** Seconds over which the agents began. */
    readonly over: number;
  };
  readonly steady: Spread & {
    readonly minutes: number;
    /** By which etcd's database grew for each write, before it is compacted. */
    readonly bytesPerWrite: number;
    readonly kinds: readonly (readonly [string, number])[];
    readonly apiServer: Usage;
  };
  readonly lists: readonly ListedForm[];
  readonly outages: readonly (Spread & {
    /** Seconds for which there was no API server. */
    readonly away: number;
  })[];
}

/** Figures as they are kept, with where they were taken. */
export interface FleetRecord extends FleetFigures {
  readonly day: string;
  readonly machine: Machine;
}
