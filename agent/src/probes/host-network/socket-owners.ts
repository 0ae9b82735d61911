import type { HostFiles } from '../../host/host-files';
import { parseProcessName } from '../../parsers/proc/proc-status';
import type { SearchLimits } from './holder-search';
import { HolderSearch, searchLimits } from './holder-search';
import { hostUnitOf } from './host-unit';
import type { Holder } from './owner-memory';
import { OwnerMemory } from './owner-memory';

/** More than hold Calico's ports on any host, so that the memory has a bound. */
const mostSockets = 4_096;

/** A process that holds a socket. */
export interface SocketOwner {
  readonly name: string;
  /** The host's own service that it belongs to, where that is certain. */
  readonly unit?: string;
}

/**
 * The processes that hold sockets, by inode (proc_pid_fd(5)). Sockets of the kernel, as those of VXLAN and WireGuard
 * interfaces, have an inode and belong to no process: they are not in the result, and each is looked for in all processes,
 * but for what `memory` knows. Where the limits end the search, what was found is kept and the next call goes on from there.
 */
export async function findSocketOwners(
  files: HostFiles,
  inodes: readonly number[],
  memory = new OwnerMemory(),
  limits: SearchLimits = searchLimits,
): Promise<ReadonlyMap<number, SocketOwner>> {
  const wanted = inodes.filter((inode) => inode !== 0).sort((left, right) => left - right);
  const finder = new OwnerFinder(files, new Set(wanted.slice(0, mostSockets)), memory, limits);
  await finder.lookWhereTheyWere();
  await finder.lookEverywhere();
  return finder.owners;
}

class OwnerFinder {
  readonly owners = new Map<number, SocketOwner>();
  private readonly search: HolderSearch;
  private sought: ReadonlySet<number> = new Set();

  constructor(
    private readonly files: HostFiles,
    private readonly wanted: ReadonlySet<number>,
    private readonly memory: OwnerMemory,
    private readonly limits: SearchLimits,
  ) {
    memory.keep(wanted);
    this.search = new HolderSearch(files, limits);
  }

  async lookWhereTheyWere(): Promise<void> {
    for (const inode of this.wanted) {
      const holder = this.memory.holderOf(inode);
      if (holder !== undefined && (await this.search.isHeld(inode, holder))) await this.take(inode, holder);
    }
  }

  /** Goes on with the processes that no call has looked at. One that takes more than a whole call may spend is done with, too. */
  async lookEverywhere(): Promise<void> {
    const { memory, search, limits } = this;
    this.sought = new Set(
      [...this.wanted].filter((inode) => !this.owners.has(inode) && memory.isOpen(inode, limits.now())),
    );
    if (this.sought.size === 0) return;
    const processes = await search.processes();
    const { looked } = memory.roundFor(this.sought, processes);
    let first = true;
    for (const process of processes.filter((name) => !looked.has(name))) {
      if (!first && search.spent) return;
      const outcome = await search.look(process, this.take);
      if (this.allFound) break;
      if (outcome === 'cut' && !first) return;
      looked.add(process);
      first = false;
    }
    memory.endRound();
    for (const inode of this.sought) if (!this.owners.has(inode)) memory.missed(inode, limits.now());
  }

  private get allFound(): boolean {
    return [...this.sought].every((inode) => this.owners.has(inode));
  }

  private readonly take = async (inode: number, holder: Holder): Promise<'more' | 'enough'> => {
    if (!this.wanted.has(inode) || this.owners.has(inode)) return 'more';
    const owner = await ownerOf(this.files, holder.process);
    if (owner === undefined) return 'more';
    this.owners.set(inode, owner);
    this.memory.found(inode, holder);
    return this.allFound ? 'enough' : 'more';
  };
}

async function ownerOf(files: HostFiles, process: string): Promise<SocketOwner | undefined> {
  const status = await files.readText(`proc/${process}/status`);
  const name = status.status === 'observed' ? parseProcessName(status.value)?.slice(0, 64) : undefined;
  if (name === undefined) return undefined;
  const unit = (await hostUnitOf(files, process))?.slice(0, 256);
  return { name, ...(unit !== undefined && { unit }) };
}
