import { describeSymbols, symbolsBuiltIn } from '../../derived/kernel-symbols';
import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { withEbpf } from '../applicability';
import { documentation } from '../documentation';
import { beyond } from '../quotes';

/** The kernel makes the mount point when it has the BPF system call; calico-node mounts the file system there if nobody did. */
export const bpfFilesystem = defineRequirement({
  id: 'bpf-filesystem',
  chapter: 'kernel',
  scope: 'host',
  level: 'required',
  origin: beyond(
    msg('The calico-node pod needs the directory /sys/fs/bpf of the host; programs and maps are pinned there.'),
  ),
  title: msg('The BPF file system is mounted'),
  failureTitle: msg('The BPF file system cannot be mounted'),
  shortTitle: msg('bpffs'),
  rationale: msg('What is pinned there keeps traffic flowing while calico-node restarts.'),
  needed: msg('A bpf file system at /sys/fs/bpf'),
  remedy: msg('Mount it at boot, as systemd does: mount -t bpf bpf /sys/fs/bpf.'),
  guide: 'ebpf',
  links: documentation.ebpf,
  verifyCommand: 'findmnt /sys/fs/bpf',
  reasons: {
    FilesystemMounted: { title: msg('The BPF file system is mounted') },
    FilesystemNotMounted: { title: msg('The BPF file system is not mounted yet') },
    FilesystemNotSupported: { title: msg('The kernel has no BPF file system') },
    FilesystemUndecided: { title: msg('Cannot determine whether the kernel has the BPF file system') },
  },
  appliesTo: withEbpf,
  needs: ['bpfFilesystemMounted'],
  consults: ['kernelConfiguration'],
  evaluate: ({ bpfFilesystemMounted }, { facts }) => {
    if (bpfFilesystemMounted) return { outcome: 'met', reason: 'FilesystemMounted', observed: 'bpf on /sys/fs/bpf' };
    const built = symbolsBuiltIn(facts.kernelConfiguration, ['BPF_SYSCALL']);
    const observed = `/sys/fs/bpf: not mounted; ${describeSymbols(built)}`;
    switch (built.presence) {
      case 'present':
        return { outcome: 'caution', reason: 'FilesystemNotMounted', observed };
      case 'absent':
        return { outcome: 'unmet', reason: 'FilesystemNotSupported', observed };
      default:
        return { outcome: 'undetermined', reason: 'FilesystemUndecided', observed };
    }
  },
});
