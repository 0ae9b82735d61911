import path from 'node:path';
import { countPlaywright } from './playwright-step';
import { countVitest } from './vitest-step';

const vitest = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numFailedTestSuites: 0,
  success: true,
  testResults: [],
};
const playwright = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, errors: [], suites: [] };

test('a test that somebody switched off has failed', () => {
  const report = { ...vitest, numPendingTests: 1, numTodoTests: 1 };
  expect(countVitest(report, true, false)).toMatchObject({ passed: 7, failed: 2, notRun: 0 });
  const skipped = { ...playwright, stats: { ...playwright.stats, skipped: 2 } };
  expect(countPlaywright(skipped, true)).toMatchObject({ passed: 4, failed: 2, notRun: 0 });
});

test('a test that the machine lacks something for did not run', () => {
  expect(countVitest({ ...vitest, numPendingTests: 3 }, true, true)).toMatchObject({ passed: 7, failed: 0, notRun: 3 });
});

test('a file of tests that could not be loaded has failed', () => {
  expect(countVitest({ ...vitest, numFailedTestSuites: 2 }, false, false)).toMatchObject({ failed: 2 });
  expect(countPlaywright({ ...playwright, errors: [{}] }, false)).toMatchObject({ failed: 1 });
});

test('an unclean exit is a failure without any failed test', () => {
  expect(countVitest(vitest, false, false)).toMatchObject({ failed: 1 });
  expect(countPlaywright(playwright, false)).toMatchObject({ failed: 1 });
});

test('failed tests are named with their file, and a file that has none of its own by itself', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'a host is judged' },
    { status: 'failed', fullName: 'a host is seen' },
  ];
  const testResults = [
    { name: path.resolve('agent/src/host.spec.ts'), status: 'failed' as const, assertionResults },
    { name: path.resolve('agent/src/broken.spec.ts'), status: 'failed' as const, assertionResults: [] },
  ];
  expect(countVitest({ ...vitest, numFailedTests: 1, testResults }, false, false).failures).toEqual([
    'agent/src/host.spec.ts: a host is seen',
    'agent/src/broken.spec.ts',
  ]);
});

test('a failed browser test is named with its file, its group and its console', () => {
  const tests = [
    { projectName: 'console 4.22', status: 'expected' },
    { projectName: 'console 4.19', status: 'unexpected' },
  ];
  const specs = [{ title: 'opens', tests }];
  const suites = [{ title: 'apply.spec.ts', specs: [], suites: [{ title: 'a guide', specs }] }];
  expect(countPlaywright({ ...playwright, suites }, false).failures).toEqual([
    'apply.spec.ts › a guide: opens (console 4.19)',
  ]);
});
