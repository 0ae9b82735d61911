import { modulesOfIp6tables } from '../../src/derived/ipv6-registrations';
import type { HostFactValues } from '../../src/model/host-facts';
import type { ProfileValues } from '../../src/model/profile-values';
import type { RequirementId } from '../../src/model/requirement-id';
import type { RequirementCase } from '../requirement-case';
import { modulesWith, stockValues } from '../stock-host';

const dualStack: Partial<ProfileValues> = { ipFamilies: ['IPv4', 'IPv6'] };

const guarded: readonly (readonly [RequirementId, string])[] = [
  ['match-addrtype', 'addrtype'],
  ['match-mark', 'MARK'],
  ['target-log', 'LOG'],
  ['notrack-target', 'CT'],
  ['connmark-target', 'CONNMARK'],
];

const notBuilt = modulesWith(Object.fromEntries(modulesOfIp6tables.map((module) => [module, 'missing' as const])));

const withoutIp6tables = (kernelRelease: string): Partial<HostFactValues> => ({
  kernelRelease,
  ...notBuilt,
  kernelConfiguration: { ...stockValues.kernelConfiguration, IP6_NF_IPTABLES: 'n' },
});

/** What every requirement says whose module has such a part. */
const casesOf = ([requirement, extension]: (typeof guarded)[number]): RequirementCase[] => [
  {
    requirement,
    when: 'IPv6 is used and the kernel has no CONFIG_IP6_NF_IPTABLES',
    profile: dualStack,
    facts: withoutIp6tables('6.18.9-talos'),
    verdict: 'Fail',
    reason: 'Ipv6NotRegistered',
    observed: `${extension} for IPv6; CONFIG_IP6_NF_IPTABLES: not set`,
  },
  {
    requirement,
    when: 'the kernel has no CONFIG_IP6_NF_IPTABLES and IPv6 is not used',
    facts: withoutIp6tables('6.18.9-talos'),
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement,
    when: 'IPv6 is used, the kernel has no CONFIG_IP6_NF_IPTABLES, and nftables writes the rules',
    profile: { ...dualStack, dataplane: 'Nftables' },
    facts: withoutIp6tables('6.18.9-talos'),
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement,
    when: 'IPv6 is used and CONFIG_IP6_NF_IPTABLES is out of sight, but its modules are there',
    profile: dualStack,
    facts: { kernelRelease: '6.18.9-talos' },
    without: ['kernelConfiguration'],
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement,
    when: 'IPv6 is used, and neither the configuration nor a module shows CONFIG_IP6_NF_IPTABLES',
    profile: dualStack,
    facts: { kernelRelease: '6.18.9-talos', ...notBuilt },
    without: ['kernelConfiguration'],
    verdict: 'Unknown',
    reason: 'Ipv6Unknown',
    observed: `${extension} for IPv6; CONFIG_IP6_NF_IPTABLES: not seen`,
  },
];

/** A distribution's own number does not tell whether it took the change that guards these three. */
const ofDistribution = (['match-mark', 'notrack-target', 'connmark-target'] as const).map(
  (requirement): RequirementCase => ({
    requirement,
    when: 'IPv6 is used and a kernel of RHEL was built without CONFIG_IP6_NF_IPTABLES',
    profile: dualStack,
    facts: withoutIp6tables('5.14.0-427.13.1.el9_4.x86_64'),
    verdict: 'Unknown',
    reason: 'Ipv6Unknown',
  }),
);

/** Kernels that have some extensions of x_tables for IPv4 only. */
export const ipv6RegistrationCases: readonly RequirementCase[] = [...guarded.flatMap(casesOf), ...ofDistribution];
