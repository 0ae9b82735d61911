import { msg } from '../../model/message';
import type { Judgement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import type { HostFacts } from '../../model/host-facts';
import { withEbpf } from '../applicability';
import { documentation } from '../documentation';
import { beyond } from '../quotes';

/** Calico mounts a cgroup2 file system of its own at /run/calico/cgroup, so a host on cgroup v1 is fine, too. */
export const ebpfCgroup2 = defineRequirement({
  id: 'ebpf-cgroup2',
  chapter: 'kernel',
  scope: 'host',
  level: 'required',
  origin: beyond(
    msg('Felix attaches the programs that balance connections to services to the root of a cgroup v2 hierarchy.'),
  ),
  title: msg('cgroup v2 can be used for eBPF'),
  failureTitle: msg('cgroup v2 cannot be used for eBPF'),
  shortTitle: msg('cgroup v2'),
  rationale: msg('Without it Felix cannot balance connections to services when they are made.'),
  needed: msg('A cgroup2 file system that is mounted or can be mounted'),
  remedy: msg('Use a kernel with cgroup v2.'),
  guide: 'ebpf',
  links: documentation.ebpf,
  verifyCommand: 'grep cgroup2 /proc/filesystems /proc/1/mountinfo',
  reasons: {
    Cgroup2Mounted: { title: msg('A cgroup2 file system is mounted') },
    Cgroup2Mountable: { title: msg('A cgroup2 file system can be mounted') },
    Cgroup2NotSupported: { title: msg('The kernel has no cgroup2 file system') },
    Cgroup2Undecided: { title: msg('Cannot determine whether the kernel has the cgroup2 file system') },
  },
  appliesTo: withEbpf,
  needs: [],
  consults: ['cgroup2Mounts', 'cgroup2Supported'],
  evaluate: (_facts, { facts }) => judge(facts),
});

function judge({ cgroup2Mounts: mounts, cgroup2Supported: supported }: HostFacts): Judgement {
  const first = mounts.status === 'observed' ? mounts.value[0] : undefined;
  if (first !== undefined) return { outcome: 'met', reason: 'Cgroup2Mounted', observed: `cgroup2 on ${first}` };
  if (supported.status === 'unavailable') return { outcome: 'undetermined', reason: 'Cgroup2Undecided', observed: '' };
  if (supported.value)
    return { outcome: 'met', reason: 'Cgroup2Mountable', observed: 'not mounted; in /proc/filesystems' };
  // Were it mounted, the kernel would have it.
  return mounts.status === 'unavailable'
    ? { outcome: 'undetermined', reason: 'Cgroup2Undecided', observed: 'not in /proc/filesystems' }
    : { outcome: 'unmet', reason: 'Cgroup2NotSupported', observed: 'not in /proc/filesystems' };
}
