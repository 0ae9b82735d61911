import { observed } from '@calico-readiness/requirements';
import { hostMounts } from './mounts';
import type { Probe } from './probe';

const mountPoint = '/sys/fs/bpf';

/** Whether a bpf file system is mounted where Calico pins its maps. What was mounted there last hides what was before. */
export const bpfFilesystemProbe: Probe<'bpfFilesystemMounted'> = {
  name: 'bpf-filesystem',
  facts: ['bpfFilesystemMounted'],
  gather: async ({ files }) => {
    const mounts = await hostMounts(files);
    if (mounts.status === 'unavailable') return { bpfFilesystemMounted: mounts };
    const topmost = mounts.value.filter((mount) => mount.mountPoint === mountPoint).at(-1);
    return { bpfFilesystemMounted: observed(topmost?.fileSystem === 'bpf', mounts.source) };
  },
};
