import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Fact } from '@calico-readiness/requirements';
import type { HostQuestion } from '../host-question';

/** A process that looks at files for this one. */
export interface Reader {
  /** One question at a time. Rejects when the process ends instead of answering. */
  ask(question: HostQuestion): Promise<Fact<unknown>>;
  /** Lets it end by itself. */
  leave(): void;
  /** Ends it; resolves when it has gone, which a process in a system call that never comes back does not. */
  kill(): Promise<void>;
}

/** Starts a process that looks at the host below this root. Throws when there is no program for it. */
export type StartReader = (root: string) => Reader;

/** The program beside the bundle's entry, seen from there and from its chunks. */
const programs = ['./read-for-agent.js', '../read-for-agent.js'];

/** Starts the agent's own program for it, which `npm run build:agent` makes. */
export const startReader: StartReader = (root) => {
  const program = programs
    .map((name) => fileURLToPath(new URL(name, import.meta.url)))
    .find((path) => existsSync(path));
  if (program === undefined) throw new Error('the program that looks at such file systems is not built');
  return forkReader(program, root);
};

/** Starts a program that answers questions, with `execArgv` for the interpreter. */
export function forkReader(program: string, root: string, execArgv: readonly string[] = []): Reader {
  const child = fork(program, [root], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [...execArgv],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', resolve);
    // It did not even begin.
    child.once('error', () => {
      resolve();
    });
  });
  // What is not waited for must not keep this process from ending.
  child.unref();
  child.channel?.unref();
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        void gone.then(() => {
          reject(new Error('the process that looked at it ended'));
        });
        child.once('message', (answer) => {
          // Nobody else has the other end of the channel.
          resolve(answer as Fact<unknown>);
        });
        child.send(question, (error) => {
          if (error) reject(error);
        });
      }),
    leave: () => {
      if (child.connected) child.disconnect();
    },
    kill: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
}
