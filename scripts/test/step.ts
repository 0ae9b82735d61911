/** What one step of the test run counted. A step that could not run at all counts as one failure. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  /** Tests that did not run; they count as failed, because a test that needs something the machine lacks must say so loudly. */
  readonly skipped: number;
}

export interface Step {
  readonly name: string;
  run(): StepResult;
}
