import { isRedHatCoreOs, isRedHatLinux } from '../../derived/distribution';
import type { KernelRelease } from '../../derived/kernel-release';
import { describeMinimum, isKernelAtLeast, parseKernelRelease } from '../../derived/kernel-release';
import type { ProfileValues } from '../../model/profile-values';
import type { HostFacts } from '../../model/host-facts';
import { msg } from '../../model/message';
import type { Judgement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import type { CalicoRelease, KernelMinimum } from '../calico-release';
import { calicoRelease } from '../calico-releases';
import { documentation } from '../documentation';
import { quoting } from '../quotes';

export const kernelVersionSupported = defineRequirement({
  id: 'kernel-version-supported',
  chapter: 'node',
  scope: 'host',
  level: 'required',
  origin: quoting('Linux kernel 3.10 or later with required dependencies.'),
  title: msg('The kernel version is supported'),
  failureTitle: msg('The kernel version is not supported'),
  shortTitle: msg('Kernel version'),
  rationale: msg('Felix relies on kernel features that older kernels do not have.'),
  needed: msg('Linux 3.10 or later'),
  remedy: msg('Update the operating system to a release with Linux 3.10 or later.'),
  guide: 'operating-system',
  links: documentation.requirements,
  verifyCommand: 'uname -r',
  reasons: {
    KernelSupported: { title: msg('The kernel is recent enough') },
    KernelSupportedByDistribution: {
      title: msg('The distribution is listed as having the required kernel, though its number is below 5.10'),
    },
    KernelOfUnlistedDistribution: {
      title: msg(
        "The kernel is that of RHEL 8, below 5.10, in a distribution that Calico's documentation does not list",
      ),
      remedy: msg('Use Red Hat Enterprise Linux or Red Hat CoreOS, or a release with Linux 5.10 or later.'),
    },
    KernelBelowNftablesMinimum: {
      title: msg("The kernel is older than Calico's documentation asks for with the nftables data plane"),
      remedy: msg('Update the operating system to a release with Linux 5.13 or later, or use the iptables data plane.'),
    },
    KernelTooOld: { title: msg('The kernel is older than 3.10') },
    KernelOlderThanDocumented: { title: msg("The kernel is older than this Calico release's documentation asks for") },
    DistributionNotSeen: {
      title: msg('Cannot determine whether the distribution makes up for the number of its kernel'),
    },
    ReleaseNotUnderstood: { title: msg('The kernel release does not start with a version number') },
  },
  appliesTo: always,
  needs: ['kernelRelease'],
  consults: ['operatingSystem'],
  evaluate: ({ kernelRelease }, { profile, facts }) => {
    const release = parseKernelRelease(kernelRelease);
    if (release === undefined)
      return { outcome: 'undetermined', reason: 'ReleaseNotUnderstood', observed: kernelRelease };
    const asked = calicoRelease(profile.calicoVersion);
    const judgement = judgeNumber(release, kernelRelease, asked, facts);
    return judgement.outcome === 'met' ? judgeForNftables(release, judgement, asked, profile) : judgement;
  },
});

function judgeNumber(release: KernelRelease, observed: string, asked: CalicoRelease, facts: HostFacts): Judgement {
  const { kernelMinimum, codeKernelMinimum } = asked;
  if (isKernelAtLeast(release, kernelMinimum.documented))
    return { outcome: 'met', reason: 'KernelSupported', observed };
  if (!isKernelAtLeast(release, codeKernelMinimum)) return { outcome: 'unmet', reason: 'KernelTooOld', observed };
  const numbers = `${observed}; documented ${describeMinimum(kernelMinimum.documented)}, in code ${describeMinimum(codeKernelMinimum)}`;
  return isVendorKernel(release, kernelMinimum)
    ? judgeDistribution(facts, numbers, kernelMinimum)
    : { outcome: 'unmet', reason: 'KernelOlderThanDocumented', observed: numbers };
}

/** The very kernel that the listed distribution is built on, whose number stays while its content follows later kernels. */
const isVendorKernel = ({ major, minor, enterpriseLinux }: KernelRelease, { byDistribution }: KernelMinimum): boolean =>
  byDistribution !== undefined &&
  enterpriseLinux === byDistribution.enterpriseLinux &&
  major === byDistribution.kernel[0] &&
  minor === byDistribution.kernel[1];

function judgeDistribution(
  { operatingSystem }: HostFacts,
  observed: string,
  { byDistribution }: KernelMinimum,
): Judgement {
  if (operatingSystem.status === 'unavailable')
    return { outcome: 'undetermined', reason: 'DistributionNotSeen', observed };
  const listed =
    isRedHatCoreOs(operatingSystem.value) ||
    isRedHatLinux(operatingSystem.value, byDistribution?.enterpriseLinux ?? 8, Number.POSITIVE_INFINITY);
  return listed
    ? { outcome: 'met', reason: 'KernelSupportedByDistribution', observed }
    : { outcome: 'caution', reason: 'KernelOfUnlistedDistribution', observed };
}

/** Felix does not refuse an older kernel; only the page about the data plane names a minimum, and it lists no exception. */
function judgeForNftables(
  release: KernelRelease,
  otherwise: Judgement,
  { nftablesDataplane: { kernel } }: CalicoRelease,
  { dataplane }: ProfileValues,
): Judgement {
  if (dataplane !== 'Nftables' || kernel === undefined || isKernelAtLeast(release, kernel)) return otherwise;
  return {
    outcome: 'caution',
    reason: 'KernelBelowNftablesMinimum',
    observed: `${otherwise.observed}; documented for nftables ${describeMinimum(kernel)}`,
  };
}
