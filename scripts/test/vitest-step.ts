import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findDbusDaemon } from '../../agent/test/dbus-daemon';
import { runCommand } from './run-command';
import type { Log, Step, StepResult } from './step';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
  readonly testResults: readonly VitestFile[];
}

interface VitestFile {
  /** Its path. */
  readonly name: string;
  readonly status: 'passed' | 'failed';
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

/** Unit, component and fixture tests of all workspaces. Those that ask a bus skip themselves where there is none. */
export const vitestStep: Step = {
  name: 'unit and component tests',
  run: (log) => runVitest(log, '!reference-programs*', findDbusDaemon() === undefined),
};

/** What the agent says against what modprobe, systemd, the network managers and the kernel say. */
export const referenceProgramsStep: Step = {
  name: 'against reference programs',
  needs: 'reference programs',
  run: (log) => runVitest(log, 'reference-programs', false),
};

/** The agent, and what it is installed with, against a Kubernetes API. */
export const kubernetesApiStep: Step = {
  name: 'against a Kubernetes API',
  needs: 'Kubernetes API',
  run: (log) => runVitest(log, 'reference-programs-kubernetes-api', false),
};

async function runVitest(log: Log, project: string, maySkip: boolean): Promise<StepResult> {
  const directory = mkdtempSync(path.join(tmpdir(), 'calico-readiness-vitest-'));
  const output = path.join(directory, 'report.json');
  const parameters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  try {
    const succeeded = await runCommand(log, 'npx', ['vitest', 'run', `--project=${project}`, ...parameters]);
    return countVitest(JSON.parse(readFileSync(output, 'utf8')) as VitestReport, succeeded, maySkip);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A suite that failed to load has no failed test of its own; an unclean exit is a failure too. */
export function countVitest(report: VitestReport, succeeded: boolean, maySkip: boolean): StepResult {
  const failed =
    report.numFailedTests === 0 && !succeeded ? Math.max(1, report.numFailedTestSuites) : report.numFailedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  return {
    passed: report.numPassedTests,
    failed: failed + (maySkip ? 0 : skipped),
    notRun: maySkip ? skipped : 0,
    failures: report.testResults.flatMap(failuresOf),
  };
}

/** The failed tests of a file, or the file where it has none of its own. */
function failuresOf({ name, status, assertionResults }: VitestFile): readonly string[] {
  const file = path.relative('.', name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [file] : [];
  return failed.map(({ fullName }) => `${file}: ${fullName}`);
}
