import { unameArchitecture } from '../../derived/architecture';
import { describeMinimum, isKernelAtLeast, parseKernelRelease } from '../../derived/kernel-release';
import type { KernelRelease, MinimumRelease } from '../../derived/kernel-release';
import { describeSymbols, symbolsBuiltIn } from '../../derived/kernel-symbols';
import type { HostFacts } from '../../model/host-facts';
import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { withEbpf } from '../applicability';
import type { Judgement } from '../../model/requirement';
import type { CalicoRelease, EbpfArchitectures, FeatureKernelMinimum } from '../calico-release';
import { calicoRelease } from '../calico-releases';
import { documentation } from '../documentation';
import { quotes, quoting } from '../quotes';

/** BPF itself is selected by BPF_SYSCALL, and BPF_JIT compiles eBPF on every architecture that Calico runs on (kernel/bpf/Kconfig). */
const symbols = ['BPF_SYSCALL', 'BPF_JIT', 'CGROUP_BPF'];

/** The minimum for the kind of kernel: RHEL carries BPF of later kernels back. */
const minimumFor = ({ enterpriseLinux }: KernelRelease, minimum: FeatureKernelMinimum): MinimumRelease =>
  enterpriseLinux === undefined ? minimum.other : minimum.enterpriseLinux;

export const ebpf = defineRequirement({
  id: 'ebpf',
  chapter: 'kernel',
  scope: 'host',
  level: 'required',
  origin: quoting(quotes.ebpf),
  title: msg('The kernel supports the eBPF data plane'),
  failureTitle: msg('The kernel does not support the eBPF data plane'),
  shortTitle: msg('eBPF'),
  rationale: msg(
    'On a kernel without it Felix silently falls back to iptables; without kube-proxy no service works on that node then.',
  ),
  needed: msg(
    'Linux 5.3, or RHEL 4.18.0-193, or later, on a processor that Calico supports, with BPF, its system call, its compiler and its cgroup hooks',
  ),
  remedy: msg('Update the operating system, or use the iptables data plane with kube-proxy.'),
  guide: 'ebpf',
  links: documentation.ebpf,
  verifyCommand:
    'uname -rm; grep -E "CONFIG_(BPF_SYSCALL|BPF_JIT|CGROUP_BPF)=" /lib/modules/$(uname -r)/config /boot/config-$(uname -r)',
  reasons: {
    EbpfSupported: { title: msg('The kernel supports the eBPF data plane') },
    KernelTooOldForEbpf: { title: msg('The kernel is too old for the eBPF data plane') },
    KernelOlderThanDocumented: {
      title: msg('Felix takes the kernel for the eBPF data plane, but it is older than this Calico release documents'),
      remedy: msg('Update the operating system to a release with a kernel that the documentation names for eBPF.'),
    },
    ArchitectureNotSupported: {
      title: msg('This Calico release is not built with the eBPF data plane for the processor'),
      remedy: msg('Use the iptables data plane with kube-proxy on nodes with this processor.'),
    },
    PatchReleaseNeeded: {
      title: msg(
        'Only later patch releases of this Calico release are built with the eBPF data plane for the processor',
      ),
      remedy: msg(
        'Use that patch release or a later one; Calico documents the eBPF data plane for x86-64 and arm64 only.',
      ),
    },
    ConfigurationLacksBpf: { title: msg('The kernel is built without a part of BPF') },
    ReleaseNotUnderstood: { title: msg('The kernel release does not start with a version number') },
    EbpfUndecided: { title: msg('Cannot determine whether the kernel is built with BPF') },
  },
  appliesTo: withEbpf,
  needs: ['kernelRelease', 'architecture'],
  consults: ['kernelConfiguration'],
  evaluate: ({ kernelRelease, architecture }, { profile, facts }) => {
    const asked = calicoRelease(profile.calicoVersion);
    const patch = firstPatchWith(architecture, asked.ebpfArchitectures);
    if (patch === undefined) return { outcome: 'unmet', reason: 'ArchitectureNotSupported', observed: architecture };
    const judgement = judgeKernel(kernelRelease, facts, asked);
    if (patch === '' || judgement.outcome !== 'met') return judgement;
    const observed = `${architecture}: needs Calico ${patch}; ${judgement.observed}`;
    // The profile has the release without its patch number.
    return { outcome: 'caution', reason: 'PatchReleaseNeeded', observed };
  },
});

/** The patch release that is the first to be built for the processor; empty where every one is, undefined where none is. */
function firstPatchWith(architecture: string, { inEveryPatch, sincePatch }: EbpfArchitectures): string | undefined {
  const name = unameArchitecture(architecture);
  if (inEveryPatch.includes(name)) return '';
  return Object.hasOwn(sincePatch, name) ? sincePatch[name] : undefined;
}

function judgeKernel(kernelRelease: string, facts: HostFacts, asked: CalicoRelease): Judgement {
  const release = parseKernelRelease(kernelRelease);
  if (release === undefined)
    return { outcome: 'undetermined', reason: 'ReleaseNotUnderstood', observed: kernelRelease };
  const inCode = minimumFor(release, asked.ebpfCodeKernelMinimum);
  const documented = minimumFor(release, asked.ebpfKernelMinimum);
  if (!isKernelAtLeast(release, inCode))
    return { outcome: 'unmet', reason: 'KernelTooOldForEbpf', observed: kernelRelease };
  const built = symbolsBuiltIn(facts.kernelConfiguration, symbols);
  const observed = `${kernelRelease}; ${describeSymbols(built)}`;
  if (built.presence === 'absent') return { outcome: 'unmet', reason: 'ConfigurationLacksBpf', observed };
  if (built.presence === 'undetermined') return { outcome: 'undetermined', reason: 'EbpfUndecided', observed };
  if (isKernelAtLeast(release, documented)) return { outcome: 'met', reason: 'EbpfSupported', observed };
  const numbers = `documented ${describeMinimum(documented)}, in code ${describeMinimum(inCode)}`;
  return {
    outcome: 'caution',
    reason: 'KernelOlderThanDocumented',
    observed: `${kernelRelease}; ${numbers}; ${describeSymbols(built)}`,
  };
}
