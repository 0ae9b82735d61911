import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from './run-command';
import type { Step, StepResult } from './step';

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    /** One for each project. */
    readonly tests: readonly { readonly projectName: string; readonly status: string }[];
  }[];
}

/** The built plugin in both host profiles of the standalone host, in a real browser. */
export const playwrightStep: Step = {
  name: 'browser tests',
  after: 'build',
  needs: 'browser',
  run: async (log) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'calico-readiness-playwright-'));
    const output = path.join(directory, 'report.json');
    try {
      const succeeded = await runCommand(
        log,
        'npx',
        ['playwright', 'test', '--config', 'integration-tests/playwright.config.ts', '--reporter=list,json'],
        { PLAYWRIGHT_JSON_OUTPUT_NAME: output },
      );
      return countPlaywright(JSON.parse(readFileSync(output, 'utf8')) as PlaywrightReport, succeeded);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

export function countPlaywright({ stats, errors, suites }: PlaywrightReport, succeeded: boolean): StepResult {
  const failed = stats.unexpected + errors.length + stats.skipped;
  return {
    passed: stats.expected + stats.flaky,
    failed: failed === 0 && !succeeded ? 1 : failed,
    notRun: 0,
    failures: suites.flatMap(failuresOf),
  };
}

/** The tests of a file or of a group in it that are not as expected, and in which console. */
const failuresOf = ({ title, suites, specs }: PlaywrightSuite): readonly string[] => [
  ...specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'skipped')
      .map(({ projectName }) => `${title}: ${spec.title} (${projectName})`),
  ),
  ...(suites ?? []).flatMap(failuresOf).map((name) => `${title} › ${name}`),
];
