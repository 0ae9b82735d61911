import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { consoleProfiles, newestConsole, type ConsoleProfile } from './console-profiles';

export interface HostOptions {
  /** The emulated console that the test looks through; set by the project. */
  readonly consoleProfile: ConsoleProfile;
  /** Options of the standalone host beside its ports, e.g. `['--backend', 'sample']`. One host serves all tests of a worker that give the same. */
  readonly hostArguments: readonly string[];
}

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

const expectedMessages: readonly RegExp[] = [
  // Webpack's own remark in a plugin that was built for an older console; the real 4.22 console shows it as well.
  /^Unsatisfied version \S+ from console of shared singleton module /,
  // The browser's remark on an answer of 400 and above; those are counted where they arrive, with their address.
  /^Failed to load resource: the server responded with a status of /,
];

const isExpected = (message: string): boolean => expectedMessages.some((expected) => expected.test(message));

interface TestFixtures {
  /**
   * Errors and warnings in the browser's console, uncaught errors, requests to other machines, and, unless a scenario
   * asks for them, answers of 400 and above. Must be empty in the end.
   */
  readonly complaints: string[];
}

interface WorkerFixtures extends HostOptions {
  readonly host: Host;
}

/** Playwright's test with a running host: `page` begins at the console of the project and must not complain. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  consoleProfile: [newestConsole, { option: true, scope: 'worker' }],
  hostArguments: [['--backend', 'sample'], { option: true, scope: 'worker' }],
  host: [
    async ({ hostArguments }, use) => {
      const host = await startHost(hostArguments);
      await use(host);
      await host.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ host, consoleProfile }, use) => use(host.url(consoleProfile)),
  complaints: [
    async ({ page, host, consoleProfile }, use) => {
      const ours = host.url(consoleProfile);
      const complaints: string[] = [];
      page.on('console', (message) => {
        const text = message.text();
        if (['error', 'warning'].includes(message.type()) && !isExpected(text))
          complaints.push(`${message.type()}: ${text}`);
      });
      page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 400 && host.scenario() === 'normal')
          complaints.push(`${response.status()}: ${response.url()}`);
      });
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== ours && protocol !== 'data:' && protocol !== 'blob:')
          complaints.push(`request to ${request.url()}`);
      });
      page.on('websocket', (socket) => {
        if (new URL(socket.url()).host !== new URL(ours).host) complaints.push(`WebSocket to ${socket.url()}`);
      });
      await use(complaints);
      if (host.scenario() !== 'normal') await host.setScenario('normal');
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
