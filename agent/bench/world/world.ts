import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { kernelFiles, treeRoot } from '../host/tree-host';

/** What runs on the node: nothing, a node's processes, or whoever has 60,000 sockets. */
export type Population = 'quiet' | 'crowd' | 'sockets';

/** What pods have made on the node. */
const ofPods: Readonly<Record<Population, readonly [devices: number, mounts: number]>> = {
  quiet: [0, 0],
  crowd: [20, 200],
  sockets: [0, 0],
};

const fileHere = (name: string): string => path.join(import.meta.dirname, name);

/** What the first process of such a node runs, in Perl, which every Debian node has. */
export const firstProcessOf = (population: Population): string =>
  [`${population}.pl`, 'connections.pl'].map((name) => readFileSync(fileHere(name), 'utf8')).join('\n');

/**
 * A running node: mount, network and PID namespaces of its own, whose first process has the tree as its root. It is gone,
 * with all that runs in it, when this process ends, however it does: its first process lives as long as its standard input.
 */
export class World {
  /** A directory for files of whoever measures. */
  readonly scratch = mkdtempSync(path.join(tmpdir(), 'bench-'));
  private readonly clean = (): void => {
    this.unshare.kill('SIGKILL');
    rmSync(this.scratch, { recursive: true, force: true });
  };

  private constructor(
    private readonly unshare: ChildProcess,
    /** The node's first process, as this machine numbers it. */
    private readonly init: string,
  ) {
    process.once('exit', this.clean);
  }

  static async start(population: Population): Promise<World> {
    const words = [treeRoot, kernelFiles, firstProcessOf(population), ...ofPods[population].map(String)];
    const unshare = spawn(
      'unshare',
      ['--mount', '--net', '--pid', '--fork', '--kill-child', 'sh', fileHere('world.sh'), ...words],
      { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } },
    );
    let errors = '';
    unshare.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    const lines: string[] = [];
    for await (const line of createInterface(unshare.stdout)) {
      lines.push(line);
      if (line === 'ready') return new World(unshare, lines[0] ?? '');
    }
    throw new Error(`The node to measure could not be made: ${errors}`);
  }

  /**
   * How to run something on the node: it sees the node's processes and devices, and this machine's own files. Of this
   * machine's environment it gets PATH alone: with NODE_EXTRA_CA_CERTS, every start of Node.js would read that file first.
   */
  command(words: readonly string[]): readonly [string, ...string[]] {
    const environment = ['env', '--ignore-environment', `PATH=${process.env.PATH ?? ''}`, 'LC_ALL=C'];
    return ['nsenter', '--target', this.init, '--mount', '--net', '--pid', ...environment, ...words];
  }

  /** How to run something beside the node that shares nothing with it but the network. */
  neighbour(words: readonly string[]): readonly [string, ...string[]] {
    return ['nsenter', '--target', this.init, '--net', ...words];
  }

  /** Runs something in the node's network. Throws where it fails. */
  run(words: readonly string[]): void {
    const [command, ...parameters] = this.neighbour(words);
    execFileSync(command, parameters);
  }

  async end(): Promise<void> {
    process.off('exit', this.clean);
    const ended = once(this.unshare, 'exit');
    this.clean();
    await ended;
  }
}
