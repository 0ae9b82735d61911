import type { HostFiles } from '../../host/host-files';
import type { Holder } from './owner-memory';

/** What one observation may spend on looking for the owners of sockets. */
export interface SearchLimits {
  readonly milliseconds: number;
  /** Descriptors of processes. */
  readonly descriptors: number;
  /** Milliseconds of a clock that is never set back. */
  readonly now: () => number;
}

/** Together they bound the work on a host with very many processes. */
export const searchLimits: SearchLimits = {
  milliseconds: 3_000,
  descriptors: 200_000,
  now: () => performance.now(),
};

/** How many links are read before the clock is looked at, and before anything else of the program has its turn. */
const linksAtOnce = 256;

/** Reads which sockets processes hold (proc_pid_fd(5)), within limits. */
export class HolderSearch {
  private readonly deadline: number;
  private descriptors = 0;

  constructor(
    private readonly files: HostFiles,
    private readonly limits: SearchLimits,
  ) {
    this.deadline = limits.now() + limits.milliseconds;
  }

  get spent(): boolean {
    return this.descriptors >= this.limits.descriptors || this.limits.now() > this.deadline;
  }

  /** All processes, the newest first: a socket is more likely Calico's, or that of what came in its way, than the init system's. */
  async processes(): Promise<readonly string[]> {
    const entries = await this.files.list('proc');
    const processes = entries.status === 'observed' ? entries.value.filter((name) => /^\d+$/.test(name)) : [];
    return processes.sort((left, right) => Number(right) - Number(left));
  }

  /** Whether the socket is still where it was. */
  async isHeld(inode: number, { process, descriptor }: Holder): Promise<boolean> {
    const targets = await this.files.readLinks(`proc/${process}/fd`, [descriptor]);
    return targets.status === 'observed' && inodeOf(targets.value[0]) === inode;
  }

  /**
   * Calls `found` with each socket of a process, its lowest descriptor first, until that says `enough`. `cut` when the
   * limits ended it before; a process that is gone or may not be looked at has none.
   */
  async look(
    process: string,
    found: (inode: number, holder: Holder) => Promise<'more' | 'enough'>,
  ): Promise<'done' | 'cut'> {
    const descriptors = await this.files.list(`proc/${process}/fd`);
    if (descriptors.status === 'unavailable') return 'done';
    const names = [...descriptors.value].sort((left, right) => Number(left) - Number(right));
    for (let start = 0; start < names.length; start += linksAtOnce) {
      if (this.spent) return 'cut';
      const some = names.slice(start, start + linksAtOnce);
      this.descriptors += some.length;
      const targets = await this.files.readLinks(`proc/${process}/fd`, some);
      if (targets.status === 'unavailable') return 'done';
      for (const [index, descriptor] of some.entries()) {
        const inode = inodeOf(targets.value[index]);
        if (inode !== undefined && (await found(inode, { process, descriptor })) === 'enough') return 'done';
      }
    }
    return 'done';
  }
}

function inodeOf(target: string | undefined): number | undefined {
  if (target?.startsWith('socket:[') !== true) return undefined;
  const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
  return inode === undefined ? undefined : Number(inode);
}
