import type { Need } from './needs';
import type { StepResult } from './step';

export interface Summary {
  readonly lines: readonly string[];
  readonly succeeded: boolean;
}

/** More failures than this have one cause, and are not read one by one. */
const mostFailures = 40;

/** The end of the run: the names of what failed, once for everything that is missing the command that gets it, and the count as the last line. */
export function summarize(results: readonly StepResult[], missing: readonly Need[], isCi: boolean): Summary {
  const sum = (count: (result: StepResult) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const notRun = sum((result) => result.notRun);
  const failed = sum((result) => result.failed) + (isCi ? notRun : 0);
  const consequence = isCi ? ', which counts as failed in CI' : '';
  const failures = results.flatMap((result) => result.failures ?? []);
  return {
    lines: [
      ...failures.slice(0, mostFailures).map((name) => `FAILED: ${name}`),
      ...(failures.length > mostFailures ? [`FAILED: ${failures.length - mostFailures} more`] : []),
      ...missing.map(
        ({ name, tests, command }) => `NOT RUN for want of ${name}: ${tests}${consequence}. To get it: ${command}`,
      ),
      `${sum((result) => result.passed)} passed, ${failed} failed${isCi || notRun === 0 ? '' : `, ${notRun} skipped`}`,
    ],
    succeeded: failed === 0,
  };
}

/** The line that ends a step. */
export const countLine = (name: string, { passed, failed, notRun }: StepResult, seconds: number): string =>
  `== ${name}: ${passed} passed, ${failed} failed${notRun === 0 ? '' : `, ${notRun} NOT RUN`} in ${Math.round(seconds)} s`;
