import type { HostFactName } from '../../src/model/host-facts';
import type { Ipv6Devices } from '../../src/model/ipv6-devices';
import type { ProfileValues } from '../../src/model/profile-values';
import type { RequirementCase } from '../requirement-case';

const requirement = 'ipv6-available';
const ipv6 = { ipFamilies: ['IPv6'] } as const;
const dualStack = { ipFamilies: ['IPv4', 'IPv6'] } as const;
const inVxlan = { ...dualStack, encapsulation: ['VXLAN'] } as const;

const onEverywhere: Ipv6Devices = { offByDefault: false, calicoOff: {}, uplinks: 'on' };
const offByDefault: Ipv6Devices = { ...onEverywhere, offByDefault: true };

type Row = readonly [
  when: string,
  profile: Partial<ProfileValues>,
  devices: Ipv6Devices,
  expected: Pick<RequirementCase, 'verdict' | 'reason' | 'observed'>,
];

const onTunnels = (observed: string) => ({ verdict: 'Fail', reason: 'Ipv6OffOnTunnels', observed }) as const;
const available = { verdict: 'Pass', reason: 'Ipv6Available' } as const;
const byDefault = { verdict: 'Warn', reason: 'Ipv6OffByDefault', observed: 'disable_ipv6: default 1' } as const;

const devices: readonly Row[] = [
  ['nothing is off', ipv6, onEverywhere, { ...available, observed: 'disable_ipv6: default 0' }],
  [
    'off on every device',
    ipv6,
    { ...offByDefault, uplinks: 'off' },
    { verdict: 'Fail', reason: 'Ipv6OffOnEveryDevice' },
  ],
  [
    'off on every device that there is',
    ipv6,
    { ...onEverywhere, uplinks: 'off' },
    { verdict: 'Fail', reason: 'Ipv6OffOnEveryDevice' },
  ],
  ['off by default, without tunnels of IPv6', ipv6, offByDefault, byDefault],
  [
    'off by default, VXLAN',
    inVxlan,
    offByDefault,
    onTunnels('disable_ipv6: default 1; not there yet: vxlan-v6.calico'),
  ],
  [
    'off by default, and vxlan-v6.calico there with IPv6',
    inVxlan,
    { ...offByDefault, calicoOff: { 'vxlan-v6.calico': false } },
    byDefault,
  ],
  [
    'off on vxlan-v6.calico',
    inVxlan,
    { ...onEverywhere, calicoOff: { 'vxlan-v6.calico': true } },
    onTunnels('disable_ipv6: vxlan-v6.calico 1'),
  ],
  [
    'off on vxlan-v6.calico, which nobody uses',
    ipv6,
    { ...onEverywhere, calicoOff: { 'vxlan-v6.calico': true } },
    available,
  ],
  [
    'off by default, WireGuard',
    { ...dualStack, wireguard: true },
    offByDefault,
    onTunnels('disable_ipv6: default 1; not there yet: wg-v6.cali'),
  ],
  [
    'off on both tunnels',
    { ...inVxlan, wireguard: true },
    { ...onEverywhere, calicoOff: { 'vxlan-v6.calico': true, 'wg-v6.cali': true } },
    onTunnels('disable_ipv6: vxlan-v6.calico 1, wg-v6.cali 1'),
  ],
  [
    'no device was captured',
    ipv6,
    { ...onEverywhere, uplinks: 'none' },
    { verdict: 'Unknown', reason: 'Ipv6Undecided' },
  ],
  [
    'no device was captured, off by default, VXLAN',
    inVxlan,
    { ...offByDefault, uplinks: 'none' },
    { verdict: 'Fail', reason: 'Ipv6OffOnTunnels' },
  ],
];

const unseen = (when: string, without: HostFactName, reason: string): RequirementCase => ({
  requirement,
  when,
  profile: ipv6,
  without: [without],
  verdict: 'Unknown',
  reason,
});

/** Of IPv6 on the node. */
export const ipv6Cases: readonly RequirementCase[] = [
  ...devices.map(([when, profile, ipv6Devices, expected]): RequirementCase => ({
    requirement,
    when,
    profile,
    facts: { ipv6Devices },
    ...expected,
  })),
  {
    requirement,
    when: 'the kernel has no IPv6',
    profile: dualStack,
    facts: { ipv6Enabled: false },
    without: ['ipv6Devices'],
    verdict: 'Fail',
    reason: 'Ipv6NotInKernel',
  },
  unseen('nothing shows whether the kernel has IPv6', 'ipv6Enabled', 'EvidenceNotFound'),
  unseen('the devices were not seen', 'ipv6Devices', 'Ipv6Undecided'),
  {
    requirement,
    when: 'pods have IPv4 alone',
    facts: { ipv6Enabled: false },
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
];
