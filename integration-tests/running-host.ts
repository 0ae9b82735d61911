import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { consoleProfiles, newestConsole, type ConsoleProfile } from './console-profiles';

/** A running standalone host. */
export interface Host {
  /** Root of the emulated console, without ending slash. */
  readonly url: (profile: ConsoleProfile) => string;
  /** Lets the API misbehave; `normal` ends it. Open watches are cut. */
  readonly setScenario: (name: string) => Promise<void>;
  readonly scenario: () => string;
  readonly stop: () => Promise<void>;
}

const program = path.join(import.meta.dirname, '..', 'standalone', 'dist', 'main.js');

/** The lines that the host prints until it is ready; rejects with what it said when it ends before. */
const outputUntilReady = (process: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    process.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Stop with Ctrl+C.')) resolve(output);
    });
    process.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    process.once('exit', (code) => reject(new Error(`the standalone host ended with status ${code}:\n${output}`)));
  });

/** Starts the built host on free ports. */
export const startHost = async (hostArguments: readonly string[]): Promise<Host> => {
  const consoles = consoleProfiles.flatMap((profile) => ['--console', `${profile}:0`]);
  const child = spawn(process.execPath, [program, ...consoles, '--test-controls', ...hostArguments], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await outputUntilReady(child);
  const urls = new Map(
    [...output.matchAll(/^console (\S+) +(http:\S+)\/$/gm)].map(([, profile, url]) => [profile, url]),
  );
  const url = (profile: ConsoleProfile): string => {
    const found = urls.get(profile);
    if (found === undefined) throw new Error(`no console ${profile} in:\n${output}`);
    return found;
  };
  let scenario = 'normal';
  return {
    url,
    scenario: () => scenario,
    setScenario: async (name) => {
      const response = await fetch(`${url(newestConsole)}/standalone/scenario`, {
        method: 'POST',
        body: JSON.stringify({ name }),
      });
      if (!response.ok) throw new Error(await response.text());
      scenario = name;
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) {
          resolve();
          return;
        }
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
};
