import type { HostFiles } from '../../host/host-files';
import { parseProcCgroup } from '../../parsers/proc/proc-cgroup';
import type { UnitPlace } from '../../programs/systemd/unit-of-control-group';
import { unitOfControlGroups } from '../../programs/systemd/unit-of-control-group';
import { readParsed } from '../read-parsed';

/** Where systemd's hierarchy is mounted: version 2, version 1, and version 2 beside version 1. */
const hierarchies = ['sys/fs/cgroup', 'sys/fs/cgroup/systemd', 'sys/fs/cgroup/unified'] as const;

/** A line for each hierarchy; and a line for each process of a service, of which some have tens of thousands. */
const longestGroups = 64 * 1024;
const longestProcesses = 1024 * 1024;

/**
 * The host's own service that a process belongs to, by its control group; undefined for pods and containers, and
 * wherever that is not certain. A path that begins with `/..` starts at an unknown place of the host's tree
 * (cgroup_namespaces(7)), so it counts only where the host's cgroup file system has it, too.
 */
export async function hostUnitOf(files: HostFiles, process: string): Promise<string | undefined> {
  const groups = await readParsed(files, `proc/${process}/cgroup`, parseProcCgroup, longestGroups);
  if (groups.status === 'unavailable') return undefined;
  const place = unitOfControlGroups(groups.value);
  if (place === undefined || !place.relative) return place?.unit;
  return (await isOnHost(files, place, process)) ? place.unit : undefined;
}

async function isOnHost(files: HostFiles, { directories }: UnitPlace, process: string): Promise<boolean> {
  const path = directories.join('/');
  for (const hierarchy of hierarchies) {
    if (directories[0]?.endsWith('.slice') === true && (await isGroup(files, `${hierarchy}/${path}`))) return true;
    // The reader may itself be somewhere in system.slice: then the path lacks its beginning, and the process decides.
    if (await hasProcess(files, `${hierarchy}/system.slice/${path}`, process)) return true;
  }
  return false;
}

async function isGroup(files: HostFiles, directory: string): Promise<boolean> {
  const kind = await files.kind(`${directory}/cgroup.procs`);
  return kind.status === 'observed' && kind.value === 'file';
}

/** In another PID namespace than the host's, cgroup.procs shows 0 for every process: then it decides nothing. */
async function hasProcess(files: HostFiles, directory: string, process: string): Promise<boolean> {
  const processes = await files.readText(`${directory}/cgroup.procs`, longestProcesses);
  return processes.status === 'observed' && processes.value.split('\n').includes(process);
}
