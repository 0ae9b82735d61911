import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { consoleProfiles, newestConsole, type ConsoleProfile } from './console-profiles';

/** A running standalone host. */
export interface Host {
  /** Root of the emulated console, without ending slash. */
  readonly url: (profile: ConsoleProfile) => string;
  /** The address that the host printed: with the token that lets in. */
  readonly printedUrl: (profile: ConsoleProfile) => string;
  /** The same of the console that serves the plugin of `--other-plugin`. */
  readonly printedUrlOfOther: (profile: ConsoleProfile) => string;
  /** What a program sends instead of a cookie. */
  readonly authorization: Readonly<Record<'Authorization', string>>;
  /** All that it wrote so far, errors included. */
  readonly output: () => string;
  /** Lets the API misbehave; `normal` ends it. Open watches are cut. */
  readonly setScenario: (name: string) => Promise<void>;
  readonly scenario: () => string;
  readonly stop: () => Promise<void>;
}

const program = path.join(import.meta.dirname, '..', 'standalone', 'dist', 'main.js');

/** What the host writes, once it is ready; rejects with what it said when it ends before. */
const outputOnceReady = (process: ChildProcess): Promise<() => string> =>
  new Promise((resolve, reject) => {
    let output = '';
    process.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Stop with Ctrl+C.')) resolve(() => output);
    });
    process.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    process.once('exit', (code) => reject(new Error(`the standalone host ended with status ${code}:\n${output}`)));
  });

const onFreePorts = consoleProfiles.map((profile) => `${profile}:0`);

/** Starts the built host, on free ports unless `consoles` names others as `--console` takes them. */
export const startHost = async (
  hostArguments: readonly string[],
  consoles = onFreePorts,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Host> => {
  const ports = consoles.flatMap((profile) => ['--console', profile]);
  const child = spawn(process.execPath, [program, ...ports, '--test-controls', ...hostArguments], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // As who gives no token: a new one at each start.
    env: { ...environment, CALICO_READINESS_TOKEN: undefined },
  });
  const output = await outputOnceReady(child);
  const printed = new Map(
    [...output().matchAll(/^((?:other plugin in )?console \S+) +(http:\S+)$/gm)].map(([, title, url]) => [title, url]),
  );
  const addressOf = (title: string): string => {
    const found = printed.get(title);
    if (found === undefined) throw new Error(`no ${title} in:\n${output()}`);
    return found;
  };
  const printedUrl = (profile: ConsoleProfile): string => addressOf(`console ${profile}`);
  const url = (profile: ConsoleProfile): string => new URL(printedUrl(profile)).origin;
  // All consoles of a host have the same.
  const token = /\?token=(\S+)/.exec(output())?.[1] ?? '';
  const authorization = { Authorization: `Bearer ${token}` };
  let scenario = 'normal';
  return {
    url,
    printedUrl,
    printedUrlOfOther: (profile) => addressOf(`other plugin in console ${profile}`),
    authorization,
    output,
    scenario: () => scenario,
    setScenario: async (name) => {
      const response = await fetch(`${url(newestConsole)}/standalone/scenario`, {
        method: 'POST',
        headers: authorization,
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
