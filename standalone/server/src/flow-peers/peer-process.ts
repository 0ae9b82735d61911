import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { AnsweredTests } from '@calico-readiness/agent';
import { programPath } from './needs';
import { networkScript, peerScripts } from './network-script';
import type { PeerWorld } from './peer-world';

/** What a peer says of itself once a second. */
export interface PeerLine {
  readonly peer: string;
  readonly flows: AnsweredTests;
}

/** The files of a directory that all processes have in common. */
export const worldFile = (directory: string): string => path.join(directory, 'world.json');
export const lagFile = (directory: string): string => path.join(directory, 'lag');

/** Built beside this program; in the source it stands beside this file. */
const program = path.join(import.meta.dirname, `flow-peer${path.extname(import.meta.filename)}`);

/** Namespaces of their own with a bridge and the peers in them. They end with this process, by whatever it ends. */
export class PeerProcess {
  readonly #directory = mkdtempSync(path.join(tmpdir(), 'calico-readiness-peers-'));
  readonly #child: ChildProcess;
  #errors = '';
  /** Resolves when everything is gone, to what was written about it. */
  readonly ended: Promise<string>;

  /** `heard` is told each line of a peer. `lag`: how far their clock is behind that of the machine, in milliseconds. */
  constructor(world: PeerWorld, lag: number, heard: (line: PeerLine) => void) {
    writeFileSync(worldFile(this.#directory), JSON.stringify(world), { mode: 0o600 });
    this.setLag(lag);
    const outside = openSync('/proc/self/ns/net', 'r');
    const words = ['--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];
    // A process group of its own, so that Ctrl+C ends this program, which then ends them.
    this.#child = spawn('unshare', [...words, 'sh', '-c', networkScript(world, this.device)], {
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe', outside],
      env: {
        ...process.env,
        // Nobody lets them in anywhere.
        CALICO_READINESS_TOKEN: undefined,
        PATH: programPath(process.env['PATH']),
        NODE: process.execPath,
        PROGRAM: program,
        DIRECTORY: this.#directory,
        ...peerScripts(world),
      },
    });
    closeSync(outside);
    const { stdin, stdout, stderr } = this.#child;
    // It may have ended, of which its exit tells.
    stdin?.on('error', () => undefined);
    stderr?.on('data', (chunk: Buffer) => (this.#errors = `${this.#errors}${chunk.toString()}`.slice(-2_000)));
    if (stdout) createInterface({ input: stdout }).on('line', (line) => heard(JSON.parse(line) as PeerLine));
    this.ended = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(error.message));
      this.#child.once('close', () => resolve(this.#errors.trim()));
    });
    void this.ended.then(() => rmSync(this.#directory, { recursive: true, force: true }));
  }

  /** The device of this machine; its name has 15 characters at most. */
  get device(): string {
    return `flows${process.pid}`;
  }

  setLag(lag: number): void {
    const file = lagFile(this.#directory);
    writeFileSync(`${file}.new`, String(lag));
    renameSync(`${file}.new`, file);
  }

  /** Ends all of it; resolves when its processes are gone. The kernel takes the device away right after them. */
  async end(): Promise<void> {
    this.#child.stdin?.end();
    await this.ended;
  }
}
