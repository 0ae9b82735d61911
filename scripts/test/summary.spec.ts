import type { Need } from './needs';
import { countLine, summarize } from './summary';

const browser: Need = {
  name: 'browser',
  tests: 'the browser tests',
  command: 'npx playwright install chromium',
  get: () => false,
};
const good = { passed: 5, failed: 0, notRun: 0 };
const lacking = { passed: 2, failed: 0, notRun: 3 };

test('the last line counts all steps', () => {
  const summary = summarize([good, { passed: 1, failed: 2, notRun: 0 }], [], false);
  expect(summary).toEqual({ lines: ['6 passed, 2 failed'], succeeded: false });
});

test('what is missing is named with the command that gets it, and does not fail a run at home', () => {
  expect(summarize([good, lacking], [browser], false)).toEqual({
    lines: [
      'NOT RUN for want of browser: the browser tests. To get it: npx playwright install chromium',
      '7 passed, 0 failed, 3 skipped',
    ],
    succeeded: true,
  });
});

test('in CI tests that could not run have failed', () => {
  expect(summarize([good, lacking], [browser], true)).toEqual({
    lines: [
      'NOT RUN for want of browser: the browser tests, which counts as failed in CI. To get it: npx playwright install chromium',
      '7 passed, 3 failed',
    ],
    succeeded: false,
  });
});

test('a run in which nothing is missing succeeds in CI', () => {
  expect(summarize([good], [], true)).toEqual({ lines: ['5 passed, 0 failed'], succeeded: true });
});

test('the line of a step says loudly what did not run', () => {
  expect(countLine('unit', good, 1.6)).toBe('== unit: 5 passed, 0 failed in 2 s');
  expect(countLine('unit', lacking, 1)).toBe('== unit: 2 passed, 0 failed, 3 NOT RUN in 1 s');
});

test('what failed is named again at the end, as long as it can be read', () => {
  const failures = Array.from({ length: 42 }, (_, index) => `test ${String(index)}`);
  const { lines } = summarize([{ ...good, failed: 42, failures }], [], true);
  expect(lines).toHaveLength(42);
  expect(lines.slice(0, 1)).toEqual(['FAILED: test 0']);
  expect(lines.slice(-2)).toEqual(['FAILED: 2 more', '5 passed, 42 failed']);
});
