import { spawn } from 'node:child_process';
import { type Log, oneTest, type Step } from './step';

/** Runs a command with its output into the log; true when it exits with 0. */
export const runCommand = (
  log: Log,
  command: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', log);
    child.once('error', (error) => {
      log(`${command} could not be started: ${error.message}\n`);
      resolve(false);
    });
    child.once('close', (status) => {
      resolve(status === 0);
    });
  });

/** A step that is one script of package.json and counts as one test. */
export const scriptStep = (name: string, script: string, ...parameters: string[]): Step => ({
  name,
  run: async (log) => {
    const result = oneTest(await runCommand(log, 'npm', ['run', '--silent', script, '--', ...parameters]));
    return result.failed === 0 ? result : { ...result, failures: [name] };
  },
});
