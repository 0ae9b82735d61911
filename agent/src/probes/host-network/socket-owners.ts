import type { HostFiles } from '../../host/host-files';
import { parseProcessName } from '../../parsers/proc/proc-status';
import { hostUnitOf } from './host-unit';

/** Together they bound the work on a host with very many processes; what is not found in time has no name. */
const mostLinks = 50_000;
const timeLimit = 3_000;

/** A process that holds a socket. */
export interface SocketOwner {
  readonly name: string;
  /** The host's own service that it belongs to, where that is certain. */
  readonly unit?: string;
}

/**
 * The processes that hold sockets, by inode (proc_pid_fd(5)). Sockets of the kernel, as those of VXLAN and
 * WireGuard interfaces, belong to no process and are not in the result.
 */
export async function findSocketOwners(
  files: HostFiles,
  inodes: readonly number[],
): Promise<ReadonlyMap<number, SocketOwner>> {
  const owners = new Map<number, SocketOwner>();
  const wanted = new Set(inodes.filter((inode) => inode !== 0));
  if (wanted.size === 0) return owners;
  const deadline = Date.now() + timeLimit;
  let links = 0;
  const entries = await files.list('proc');
  const processes = entries.status === 'observed' ? entries.value.filter((name) => /^\d+$/.test(name)) : [];
  for (const process of processes.sort((left, right) => Number(left) - Number(right))) {
    if (wanted.size === 0 || links > mostLinks || Date.now() > deadline) break;
    const descriptors = await files.list(`proc/${process}/fd`);
    if (descriptors.status === 'unavailable') continue;
    links += descriptors.value.length;
    const targets = await Promise.all(descriptors.value.map((name) => files.readLink(`proc/${process}/fd/${name}`)));
    for (const target of targets) {
      const inode = target.status === 'observed' ? Number(/^socket:\[(\d+)\]$/.exec(target.value)?.[1]) : NaN;
      if (!wanted.delete(inode)) continue;
      const owner = await ownerOf(files, process);
      if (owner !== undefined) owners.set(inode, owner);
    }
  }
  return owners;
}

async function ownerOf(files: HostFiles, process: string): Promise<SocketOwner | undefined> {
  const status = await files.readText(`proc/${process}/status`);
  const name = status.status === 'observed' ? parseProcessName(status.value)?.slice(0, 64) : undefined;
  if (name === undefined) return undefined;
  const unit = (await hostUnitOf(files, process))?.slice(0, 256);
  return { name, ...(unit !== undefined && { unit }) };
}
