import { spawnSync } from 'node:child_process';
import type { Step, StepResult } from './step';

/** A step that is one command and counts as one test. */
export const commandStep = (name: string, command: string, ...parameters: string[]): Step => ({
  name,
  run: () => oneTest(runCommand(command, parameters)),
});

/** Runs a command with its output on ours; true when it exits with 0. */
export function runCommand(
  command: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): boolean {
  const { status } = spawnSync(command, parameters, { stdio: 'inherit', env: { ...process.env, ...environment } });
  return status === 0;
}

export const oneTest = (passed: boolean): StepResult => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
});
