import type { RequirementCase } from '../requirement-case';
import { modulesWith } from '../stock-host';

const ipv6 = { encapsulation: ['VXLAN'], ipFamilies: ['IPv6'] } as const;
const tooOld = { verdict: 'Fail', reason: 'KernelTooOldForVxlanOverIpv6' } as const;
const available = { verdict: 'Pass', reason: 'ModuleAvailable' } as const;

/** VXLAN with IPv6, for which the kernel has to be a later one. */
export const vxlanOverIpv6Cases: readonly RequirementCase[] = [
  ...(
    [
      ['3.10.0-1160.el7.x86_64', tooOld],
      ['4.14.35-2047.el7uek.x86_64', tooOld],
      ['4.15.0-213-generic', tooOld],
      ['4.18.0-25-generic', tooOld],
      ['4.18.0-1.el7.elrepo.x86_64', tooOld],
      ['4.18.0-80.el8.x86_64', available],
      ['4.18.0-372.9.1.el8_6.x86_64', available],
      ['4.19.0-27-amd64', tooOld],
      ['4.19.1', available],
      ['5.14.0-570.12.1.el9_6.x86_64', available],
    ] as const
  ).flatMap(([kernelRelease, expected]): RequirementCase[] => [
    {
      requirement: 'vxlan-tunnel',
      when: `IPv6 in VXLAN, ${kernelRelease}`,
      profile: ipv6,
      facts: { kernelRelease },
      ...expected,
    },
    {
      requirement: 'vxlan-tunnel',
      when: `IPv4 and IPv6 in VXLAN, ${kernelRelease}`,
      profile: { ...ipv6, ipFamilies: ['IPv4', 'IPv6'] },
      facts: { kernelRelease },
      ...expected,
    },
    {
      requirement: 'vxlan-tunnel',
      when: `only IPv4 in VXLAN, ${kernelRelease}`,
      profile: { encapsulation: ['VXLAN'] },
      facts: { kernelRelease },
      ...available,
    },
  ]),
  {
    requirement: 'vxlan-tunnel',
    when: 'IPv6 without encapsulation beside the VXLAN of eBPF, Linux 4.15',
    profile: { dataplane: 'BPF', encapsulation: [], ipFamilies: ['IPv6'] },
    facts: { kernelRelease: '4.15.0' },
    ...available,
  },
  {
    requirement: 'vxlan-tunnel',
    when: 'IPv6 in VXLAN, kernel too old and module unknown',
    profile: ipv6,
    facts: { kernelRelease: '4.15.0', ...modulesWith({ vxlan: 'unknown' }) },
    ...tooOld,
    observed: '4.15.0; documented for VXLAN over IPv6: 4.19.1',
  },
  {
    requirement: 'vxlan-tunnel',
    when: 'IPv6 in VXLAN, kernel too old and module missing',
    profile: ipv6,
    facts: { kernelRelease: '4.15.0', ...modulesWith({ vxlan: 'missing' }) },
    verdict: 'Fail',
    reason: 'ModuleMissing',
  },
  {
    requirement: 'vxlan-tunnel',
    when: 'IPv6 in VXLAN, kernel release unseen',
    profile: ipv6,
    without: ['kernelRelease'],
    verdict: 'Unknown',
    reason: 'KernelNotSeenForVxlanOverIpv6',
    observed: 'vxlan: loadable; kernel release: not-found',
  },
  {
    requirement: 'vxlan-tunnel',
    when: 'IPv6 in VXLAN, kernel release no number',
    profile: ipv6,
    facts: { kernelRelease: 'custom' },
    verdict: 'Unknown',
    reason: 'KernelNotSeenForVxlanOverIpv6',
  },
  {
    requirement: 'vxlan-tunnel',
    when: 'IPv6 in VXLAN, kernel release unseen and module unknown',
    profile: ipv6,
    facts: modulesWith({ vxlan: 'unknown' }),
    without: ['kernelRelease'],
    verdict: 'Unknown',
    reason: 'ModuleUnknown',
  },
];
