import type { Host } from '../host/host';

/** What Docker, Podman with CRI-O, and systemd-nspawn or LXC leave in the root of a container (systemd, "Container Interface"). */
const marks = ['.dockerenv', 'run/.containerenv', 'run/systemd/container'] as const;

/**
 * Whether the root is evidently that of a container, whose kernel has its modules elsewhere. The kernel's own threads show in
 * the first PID namespace only, with kthreadd as process 2 (kernel/kthread.c), so that a running system without it is a container.
 */
export async function isContainerRoot({ files, live }: Host): Promise<boolean> {
  const kinds = await Promise.all(marks.map((path) => files.kind(path)));
  if (kinds.some((kind) => kind.status === 'observed' && kind.value === 'file')) return true;
  if (!live) return false;
  const [first, second] = await Promise.all([files.kind('proc/1'), files.readText('proc/2/comm')]);
  const hasProcesses = first.status === 'observed' && first.value === 'directory';
  return hasProcesses && !(second.status === 'observed' && second.value.trim() === 'kthreadd');
}
