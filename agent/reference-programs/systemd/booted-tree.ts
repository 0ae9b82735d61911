import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceProgramEnvironment, pathOfProgram, unpackedPrograms } from '../reference-programs';
import { changeRoot, enterControlGroup } from './boot-namespaces';
import { resetRun } from './bootable-tree';
import type { GeneratedUnitTree } from './generated-unit-trees';

/** A running systemd that booted a tree in namespaces of its own. */
export class BootedTree {
  private errors = '';

  private constructor(
    private readonly namespaces: ChildProcess,
    private readonly root: string,
    private readonly work: string,
    private readonly group: string,
  ) {}

  /** Boots a tree, with these entries in /run. Throws with what there is of a log when its script does not answer. */
  static async boot(root: string, systemd: string, run: GeneratedUnitTree, patienceMs = 30_000): Promise<BootedTree> {
    const work = `${root}.mount`;
    const group = `calico-readiness-${String(process.pid)}-${String(Date.now())}`;
    mkdirSync(work, { recursive: true });
    resetRun(root, run);
    const inside = [enterControlGroup, 'sh', work, root, group, changeRoot, unpackedPrograms() ?? '', systemd];
    const namespaces = spawn(pathOfProgram('unshare') ?? 'unshare', ['--mount', 'sh', '-c', ...inside], {
      env: { ...referenceProgramEnvironment(), container: 'calico-readiness' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const booted = new BootedTree(namespaces, root, work, group);
    namespaces.stderr?.on('data', (text: Buffer) => {
      booted.errors += text.toString();
    });
    try {
      await booted.written('answers', patienceMs);
    } catch (error) {
      await booted.stop();
      throw error;
    }
    return booted;
  }

  /** What the script wrote when the boot and its steps were done. */
  answers(): Promise<string> {
    return this.written('answers');
  }

  /** Has the script reload systemd's configuration, and returns what it wrote then. */
  reload(): Promise<string> {
    writeFileSync(join(this.root, 'run/reload'), '');
    return this.written('reloaded');
  }

  /** Ends it and everything in it, and takes its control groups away; once is enough. */
  async stop(): Promise<void> {
    if (!this.hasEnded()) {
      const ended = new Promise((resolve) => this.namespaces.once('exit', resolve));
      this.namespaces.kill('SIGKILL');
      await ended;
    }
    const remove =
      'mount -t cgroup2 none "$1" && while ! find "$1/$2" -depth -type d -exec rmdir {} + 2>/dev/null; do sleep 0.05; done';
    if (existsSync(this.work))
      spawnSync(pathOfProgram('unshare') ?? 'unshare', ['--mount', 'sh', '-c', remove, 'sh', this.work, this.group], {
        timeout: 5000,
      });
    rmSync(this.work, { recursive: true, force: true });
  }

  /** The script gives a file its name when it is complete. */
  private async written(name: string, patienceMs = 30_000): Promise<string> {
    const path = join(this.root, 'run', name);
    const why = () => `nothing in /run/${name}: ${this.errors}${this.log()}`;
    await vi.waitFor(() => expect(existsSync(path) || this.hasEnded(), why()).toBe(true), {
      timeout: patienceMs,
      interval: 20,
    });
    expect(existsSync(path), why()).toBe(true);
    return readFileSync(path, 'utf8');
  }

  private hasEnded(): boolean {
    return this.namespaces.exitCode !== null || this.namespaces.signalCode !== null;
  }

  private log(): string {
    const path = join(this.root, 'run/answer.log');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }
}
