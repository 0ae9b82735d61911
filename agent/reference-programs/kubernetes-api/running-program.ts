import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** Until a program that was asked to end is killed, milliseconds. */
const patience = 10_000;
/** Until a program has to be ready: a busy machine takes its time, and only what hangs takes this long. */
const readyWithin = 120_000;

/** A port of 127.0.0.1 that nobody listens at just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A program that ends with us, however we end: the kernel kills it when the process is gone that started it. */
export class RunningProgram {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;

  constructor(
    program: string,
    parameters: readonly string[],
    private readonly logFile: string,
  ) {
    const log = openSync(logFile, 'a');
    this.child = spawn('setpriv', ['--pdeathsig', 'KILL', program, ...parameters], { stdio: ['ignore', log, log] });
    closeSync(log);
    this.ended = new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      this.child.once('error', () => resolve());
    });
  }

  /** As this machine numbers it; setpriv became the program. Throws when it could not be started. */
  get pid(): number {
    if (this.child.pid === undefined) throw new Error(`${this.logFile}: could not be started`);
    return this.child.pid;
  }

  /** Resolves when the question is answered with true. Rejects with the end of the log when it ends before, or takes too long. */
  async untilReady(isReady: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + readyWithin;
    while (!(await isReady().catch(() => false))) {
      const { exitCode, signalCode, pid } = this.child;
      const over = pid === undefined || exitCode !== null || signalCode !== null;
      if (over || performance.now() > deadline) {
        await this.stop();
        throw new Error(`${over ? 'Ended' : 'Not ready in time'}: ${readFileSync(this.logFile, 'utf8').slice(-2000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Asks it to end, and kills it if it does not in time; resolves when it has ended. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), patience);
    await this.ended;
    clearTimeout(timer);
  }
}
