import { isKernelAtLeast, parseKernelRelease } from '../../derived/kernel-release';
import { describeSymbols, symbolsBuiltIn } from '../../derived/kernel-symbols';
import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { withEbpf } from '../applicability';
import { documentation } from '../documentation';
import { quotes, quoting } from '../quotes';

/** XDP has no symbol of its own: it comes with BPF, and Felix uses it from Linux 4.16 (felix/bpf). */
export const xdp = defineRequirement({
  id: 'xdp',
  chapter: 'kernel',
  scope: 'host',
  level: 'required',
  origin: quoting(quotes.ebpf),
  title: msg('The kernel supports XDP'),
  failureTitle: msg('The kernel does not support XDP'),
  shortTitle: msg('XDP'),
  rationale: msg('Untracked policies of host endpoints drop packets by XDP before the kernel spends work on them.'),
  needed: msg('Linux 4.16 or later with CONFIG_BPF_SYSCALL=y'),
  remedy: msg('Update the operating system, or use the iptables data plane.'),
  guide: 'ebpf',
  links: documentation.ebpf,
  verifyCommand: 'uname -r; grep CONFIG_BPF_SYSCALL /lib/modules/$(uname -r)/config /boot/config-$(uname -r)',
  reasons: {
    XdpSupported: { title: msg('The kernel supports XDP') },
    KernelTooOldForXdp: { title: msg('The kernel is too old for XDP') },
    ConfigurationLacksBpf: { title: msg('The kernel is built without the BPF system call') },
    ReleaseNotUnderstood: { title: msg('The kernel release does not start with a version number') },
    XdpUndecided: { title: msg('Cannot determine whether the kernel is built with the BPF system call') },
  },
  appliesTo: withEbpf,
  needs: ['kernelRelease'],
  consults: ['kernelConfiguration'],
  evaluate: ({ kernelRelease }, { facts }) => {
    const release = parseKernelRelease(kernelRelease);
    if (release === undefined)
      return { outcome: 'undetermined', reason: 'ReleaseNotUnderstood', observed: kernelRelease };
    if (!isKernelAtLeast(release, [4, 16]))
      return { outcome: 'unmet', reason: 'KernelTooOldForXdp', observed: kernelRelease };
    const built = symbolsBuiltIn(facts.kernelConfiguration, ['BPF_SYSCALL']);
    const observed = `${kernelRelease}; ${describeSymbols(built)}`;
    switch (built.presence) {
      case 'present':
        return { outcome: 'met', reason: 'XdpSupported', observed };
      case 'absent':
        return { outcome: 'unmet', reason: 'ConfigurationLacksBpf', observed };
      default:
        return { outcome: 'undetermined', reason: 'XdpUndecided', observed };
    }
  },
});
