import type { NeedName } from './needs';

/** What one step of the test run counted. A step that could not run at all counts as one test. */
export interface StepResult {
  readonly passed: number;
  /** With tests that were skipped though nothing was missing: nobody may switch a test off unnoticed. */
  readonly failed: number;
  /** Tests that the machine lacks something for. They count as failed in CI. */
  readonly notRun: number;
  /** Names of what failed: the end of a long run repeats them, because their own lines are far above. */
  readonly failures?: readonly string[];
}

export interface Step {
  readonly name: string;
  /** The name of the step that has to end before. */
  readonly after?: string;
  /** What it can't run without. */
  readonly needs?: NeedName;
  /** Runs it, with its output into the log. */
  run(log: Log): Promise<StepResult>;
}

export type Log = (text: string) => void;

export const oneTest = (passed: boolean): StepResult => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, notRun: 0 });
