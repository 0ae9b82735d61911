import type { ServiceState } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';

/** Links of active units, `invocation:<unit>` (measured: there exactly while a unit is active, since systemd 236). */
export const unitLinks = 'run/systemd/units';

/** The service control groups of hosts with cgroup v2 and v1. */
const slices = ['sys/fs/cgroup/system.slice', 'sys/fs/cgroup/systemd/system.slice'] as const;

/**
 * A unit at the time that is asked for. At the next boot one is active that the boot starts: what runs now, and what
 * systemd says of it, ends with this one.
 */
export const atTime = <State extends Pick<ServiceState, 'active' | 'startsAtBoot'>>(
  { when }: Pick<Host, 'when'>,
  state: State,
): State => (when === 'next boot' ? { ...state, active: state.startsAtBoot } : state);

/**
 * Answers which units are active, by name: what systemd itself said, else the traces that it leaves. Null where
 * nothing shows it.
 */
export async function readActivity(
  host: Host,
  said: ReadonlyMap<string, boolean>,
): Promise<(unit: string) => Promise<boolean | null>> {
  if (host.when === 'next boot') return () => Promise.resolve(null);
  const byTraces = await activityByTraces(host);
  return async (unit) => said.get(unit) ?? (await byTraces(unit));
}

/**
 * Answers whether units are active, by the traces that the running systemd leaves. Null where there are none, as in a
 * captured tree: not in an empty directory either, since some units are active wherever systemd runs. Of a systemd too
 * old to leave links a process in the unit's control group still proves activity. On a running host that systemd did
 * not boot (sd_booted(3)) no unit is active.
 */
async function activityByTraces({ files, live }: Host): Promise<(unit: string) => Promise<boolean | null>> {
  const links = await files.list(unitLinks);
  if (links.status === 'observed' && links.value.length > 0) {
    const names = new Set(links.value);
    return (unit) => Promise.resolve(names.has(`invocation:${unit}`));
  }
  if (links.status === 'unavailable' && links.reason !== 'not-found') return () => Promise.resolve(null);
  if (live && (await isBootedWithoutSystemd(files))) return () => Promise.resolve(false);
  return (unit) => hasProcesses(files, unit);
}

async function isBootedWithoutSystemd(files: HostFiles): Promise<boolean> {
  const run = await files.list('run');
  if (run.status === 'unavailable' || run.value.length === 0) return false;
  const booted = await files.kind('run/systemd/system');
  return booted.status === 'observed' && booted.value === 'absent';
}

async function hasProcesses(files: HostFiles, unit: string): Promise<true | null> {
  for (const slice of slices) {
    const processes = await files.readText(`${slice}/${unit}/cgroup.procs`);
    if (processes.status === 'observed' && processes.value.trim() !== '') return true;
  }
  return null;
}
