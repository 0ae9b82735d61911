import type { Fact } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import { parseProcFilesystems } from '../parsers/proc/proc-filesystems';
import { hostMounts } from './mounts';
import type { Probe } from './probe';
import { readParsed } from './read-parsed';

/** Where cgroup2 is mounted on the host, and whether its kernel has it at all (cgroup-v2.rst). */
export const cgroup2Probe: Probe<'cgroup2Mounts' | 'cgroup2Supported'> = {
  name: 'cgroup2',
  facts: ['cgroup2Mounts', 'cgroup2Supported'],
  gather: async ({ files }) => {
    const [mounts, fileSystems] = await Promise.all([
      hostMounts(files),
      readParsed(files, 'proc/filesystems', parseProcFilesystems),
    ]);
    return {
      cgroup2Mounts: mapFact(mounts, (all) => [
        ...new Set(all.filter((mount) => mount.fileSystem === 'cgroup2').map((mount) => mount.mountPoint)),
      ]),
      cgroup2Supported: mapFact(fileSystems, (names) => names.has('cgroup2')),
    };
  },
};

const mapFact = <From, To>(fact: Fact<From>, change: (value: From) => To): Fact<To> =>
  fact.status === 'observed' ? observed(change(fact.value), fact.source) : fact;
