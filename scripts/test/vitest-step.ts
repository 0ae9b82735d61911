import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { oneTest, runCommand } from './command-step';
import type { Step, StepResult } from './step';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

/** Unit, component and fixture tests of all workspaces. */
export const vitestStep: Step = { name: 'unit and component tests', run: () => runVitest('!reference-programs') };

/** The programs are Debian's, and so is the kernel for amd64 that an emulated machine boots. */
const canRunReferencePrograms =
  process.platform === 'linux' && process.arch === 'x64' && process.getuid?.() === 0 && isDebian();

function isDebian(): boolean {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, 'utf8'));
}

/** What the agent says against what modprobe, systemd, the network managers and the kernel say. In CI it must run. */
export const referenceProgramsStep: Step = {
  name: 'against the programs that decide',
  run: () => {
    if (canRunReferencePrograms) return runVitest('reference-programs');
    const isCi = process.env['CI'] === 'true';
    console.log(
      `NOT RUN: comparing with the programs that decide needs root on Debian for amd64${isCi ? ', and counts as failed in CI' : ''}.`,
    );
    return isCi ? oneTest(false) : { passed: 0, failed: 0, skipped: 0 };
  },
};

function runVitest(project: string): StepResult {
  const directory = mkdtempSync(path.join(tmpdir(), 'calico-readiness-vitest-'));
  const output = path.join(directory, 'report.json');
  const parameters = [
    'vitest',
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
  ];
  try {
    const succeeded = runCommand('npx', parameters);
    return countVitest(JSON.parse(readFileSync(output, 'utf8')) as VitestReport, succeeded);
  } catch (error) {
    console.error('vitest left no report:', error);
    return oneTest(false);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A suite that failed to load has no failed test of its own; an unclean exit is a failure too. */
function countVitest(report: VitestReport, succeeded: boolean): StepResult {
  const failed =
    report.numFailedTests === 0 && !succeeded ? Math.max(1, report.numFailedTestSuites) : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}
