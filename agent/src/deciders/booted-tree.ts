import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deciderEnvironment, pathOfProgram, unpackedPrograms } from './decider-programs';
import { resetRun } from './bootable-tree';
import type { GeneratedUnitTree } from './generated-unit-trees';

/** systemd needs a control group of its own to be the root of; the machine's own mounts of them may be of any kind. */
const enterControlGroup = `set -e
mount --make-rprivate /
mount -t cgroup2 none "$1"
mkdir "$1/$3"
echo $$ > "$1/$3/cgroup.procs"
umount "$1"
exec unshare --cgroup --mount --pid --net --uts --ipc --fork --kill-child sh -c "$4" sh "$1" "$2" "$5" "$6"
`;

/**
 * A root of links to the machine's programs, read-only, below which only the tree's own units are seen. /etc and
 * /run stay directories of the tree, so that the agent reads from outside what systemd works with.
 */
const changeRoot = `set -e
root=$1 tree=$2 unpacked=$3 systemd=$4
mount -t tmpfs none "$root"
cd "$root"
mkdir -p proc sys dev tmp etc run var machine usr/lib/systemd/system usr/local/lib/systemd/system
mount --bind /usr machine
mount -o remount,bind,ro machine
for path in machine/*; do name=\${path#machine/}; [ -e "usr/$name" ] || ln -s "/$path" "usr/$name"; done
for path in machine/lib/*; do name=\${path#machine/lib/}; [ -e "usr/lib/$name" ] || ln -s "/$path" "usr/lib/$name"; done
for path in machine/lib/systemd/*; do name=\${path#machine/lib/systemd/}; [ -e "usr/lib/systemd/$name" ] || ln -s "/$path" "usr/lib/systemd/$name"; done
for name in bin sbin lib lib64; do [ ! -e "/$name" ] || ln -s "usr/$name" "$name"; done
for path in etc var run usr/lib/systemd/system usr/local/lib/systemd/system; do mount --bind "$tree/$path" "$path"; done
if [ -n "$unpacked" ]; then
  mkdir -p ".$unpacked"
  mount --bind "$unpacked" ".$unpacked"
  mount -o remount,bind,ro ".$unpacked"
  for path in "$unpacked"/usr/lib/systemd/* "$unpacked"/lib/systemd/*; do name=\${path##*/}; [ ! -e "$path" ] || [ -e "usr/lib/systemd/$name" ] || ln -s "$path" "usr/lib/systemd/$name"; done
fi
mount -t proc none proc
mount -t tmpfs none tmp
mount -t sysfs -o ro none sys
mount -t cgroup2 none sys/fs/cgroup
mount -t tmpfs none dev
for name in null zero random urandom; do : > "dev/$name"; mount --bind "/dev/$name" "dev/$name"; done
exec chroot . "$systemd" --system --log-target=null --show-status=0
`;

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
  static async boot(root: string, systemd: string, run: GeneratedUnitTree): Promise<BootedTree> {
    const work = `${root}.mount`;
    const group = `calico-readiness-${String(process.pid)}-${String(Date.now())}`;
    mkdirSync(work, { recursive: true });
    resetRun(root, run);
    const inside = [enterControlGroup, 'sh', work, root, group, changeRoot, unpackedPrograms() ?? '', systemd];
    const namespaces = spawn(pathOfProgram('unshare') ?? 'unshare', ['--mount', 'sh', '-c', ...inside], {
      env: { ...deciderEnvironment(), container: 'calico-readiness' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const booted = new BootedTree(namespaces, root, work, group);
    namespaces.stderr?.on('data', (text: Buffer) => {
      booted.errors += text.toString();
    });
    try {
      await booted.answers();
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
    if (this.namespaces.exitCode !== null || this.namespaces.signalCode !== null) return;
    const ended = new Promise((resolve) => this.namespaces.once('exit', resolve));
    this.namespaces.kill('SIGKILL');
    await ended;
    const remove = 'mount -t cgroup2 none "$1" && while ! find "$1/$2" -depth -type d -exec rmdir {} + 2>/dev/null; do sleep 0.05; done';
    spawnSync(pathOfProgram('unshare') ?? 'unshare', ['--mount', 'sh', '-c', remove, 'sh', this.work, this.group], { timeout: 5000 });
    rmSync(this.work, { recursive: true, force: true });
  }

  /** The script gives a file its name when it is complete. */
  private async written(name: string): Promise<string> {
    const path = join(this.root, 'run', name);
    await vi.waitFor(() => expect(existsSync(path), `nothing in /run/${name}: ${this.errors}${this.log()}`).toBe(true), { timeout: 30_000, interval: 20 });
    return readFileSync(path, 'utf8');
  }

  private log(): string {
    const path = join(this.root, 'run/answer.log');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }
}
