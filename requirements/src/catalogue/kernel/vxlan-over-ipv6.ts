import type { KernelRelease, MinimumRelease } from '../../derived/kernel-release';
import { describeMinimum, isKernelAtLeast, parseKernelRelease } from '../../derived/kernel-release';
import type { HostFacts } from '../../model/host-facts';
import { msg } from '../../model/message';
import type { CalicoVersion } from '../../model/profile-choices';
import type { ProfileValues } from '../../model/profile-values';
import type { Judgement } from '../../model/requirement';
import { calicoRelease } from '../calico-releases';
import type { BesideModules } from './kernel-module-requirement';

/**
 * Calico's page on overlay networking asks for a later kernel where VXLAN carries IPv6: on an older one the module is
 * there, the device comes up, and packets between nodes are lost. The profile does not tell apart which family's pools use VXLAN.
 */
export const vxlanOverIpv6: BesideModules = {
  reasons: {
    KernelTooOldForVxlanOverIpv6: {
      title: msg('The kernel is too old for VXLAN over IPv6'),
      remedy: msg(
        'Update the operating system to a release with Linux 4.19.1 or later, or to RHEL 8 or later, or use no encapsulation for IPv6.',
      ),
      guide: 'operating-system',
    },
    KernelNotSeenForVxlanOverIpv6: {
      title: msg('Cannot determine whether the kernel is recent enough for VXLAN over IPv6'),
      remedy: msg('Compare the kernel of the node (uname -r) with Linux 4.19.1, or 4.18.0 of RHEL 8.'),
      guide: 'operating-system',
    },
  },
  judge: (modules, profile, facts) =>
    modules.outcome === 'unmet' || !carriesIpv6(profile) ? modules : judgeKernel(modules, profile, facts),
};

const carriesIpv6 = ({ encapsulation, ipFamilies }: ProfileValues): boolean =>
  encapsulation.includes('VXLAN') && ipFamilies.includes('IPv6');

function judgeKernel(modules: Judgement, { calicoVersion }: ProfileValues, { kernelRelease }: HostFacts): Judgement {
  const seen = kernelRelease.status === 'observed' ? kernelRelease.value : kernelRelease.reason;
  const release = kernelRelease.status === 'observed' ? parseKernelRelease(seen) : undefined;
  if (release === undefined)
    return modules.outcome === 'undetermined'
      ? modules
      : {
          outcome: 'undetermined',
          reason: 'KernelNotSeenForVxlanOverIpv6',
          observed: `${modules.observed}; kernel release: ${seen}`,
        };
  const minimum = minimumFor(release, calicoVersion);
  if (isKernelAtLeast(release, minimum)) return modules;
  const observed = `${seen}; documented for VXLAN over IPv6: ${describeMinimum(minimum)}`;
  return { outcome: 'unmet', reason: 'KernelTooOldForVxlanOverIpv6', observed };
}

/** Kernels of others for RHEL 7, such as ELRepo's, are those of kernel.org. */
function minimumFor({ enterpriseLinux = 0 }: KernelRelease, calicoVersion: CalicoVersion): MinimumRelease {
  const minimum = calicoRelease(calicoVersion).vxlanIpv6KernelMinimum;
  return enterpriseLinux >= 8 ? minimum.enterpriseLinux : minimum.other;
}
