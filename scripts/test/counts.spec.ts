import { countPlaywright } from './playwright-step';
import { countVitest } from './vitest-step';

const vitest = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numFailedTestSuites: 0,
  success: true,
};
const playwright = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

test('a test that somebody switched off has failed', () => {
  const report = { ...vitest, numPendingTests: 1, numTodoTests: 1 };
  expect(countVitest(report, true, false)).toEqual({ passed: 7, failed: 2, notRun: 0 });
  const skipped = { ...playwright, stats: { ...playwright.stats, skipped: 2 } };
  expect(countPlaywright(skipped, true)).toEqual({ passed: 4, failed: 2, notRun: 0 });
});

test('a test that the machine lacks something for did not run', () => {
  expect(countVitest({ ...vitest, numPendingTests: 3 }, true, true)).toEqual({ passed: 7, failed: 0, notRun: 3 });
});

test('a file of tests that could not be loaded has failed', () => {
  expect(countVitest({ ...vitest, numFailedTestSuites: 2 }, false, false)).toMatchObject({ failed: 2 });
  expect(countPlaywright({ ...playwright, errors: [{}] }, false)).toMatchObject({ failed: 1 });
});

test('an unclean exit is a failure without any failed test', () => {
  expect(countVitest(vitest, false, false)).toMatchObject({ failed: 1 });
  expect(countPlaywright(playwright, false)).toMatchObject({ failed: 1 });
});
