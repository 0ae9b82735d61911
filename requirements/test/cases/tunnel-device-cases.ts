import type { HostFactName, OperatingSystem } from '../../src/model/host-facts';
import type { Listener, TunnelDevices } from '../../src/model/host-network';
import type { ProfileValues } from '../../src/model/profile-values';
import type { Verdict } from '../../src/model/finding';
import type { RequirementCase } from '../requirement-case';

const kernel = (port: number, ...addresses: string[]): readonly Listener[] =>
  addresses.map((address) => ({ protocol: 'udp', port, address, process: null }));

const debian: OperatingSystem = { id: 'debian', versionId: '12' };
const rhel: OperatingSystem = { id: 'rhel', versionId: '9.4' };

interface VxlanCase {
  readonly when: string;
  readonly devices: readonly string[];
  readonly addresses?: readonly string[];
  readonly system?: OperatingSystem;
  readonly ipv6Enabled?: boolean;
  readonly profile?: Partial<ProfileValues>;
  readonly without?: readonly HostFactName[];
  readonly says: readonly [Verdict, string];
}

const both = ['0.0.0.0', '::'];
const mine = ['Unknown', 'NotTested'] as const;
const unseen = ['Unknown', 'DeviceUnknown'] as const;
const may = ['Warn', 'DeviceMayHoldPort'] as const;

const vxlanCases: readonly VxlanCase[] = [
  { when: 'Calico’s device', devices: ['vxlan.calico'], says: mine },
  { when: 'Calico’s two devices', devices: ['vxlan-v6.calico', 'vxlan.calico'], addresses: both, says: mine },
  { when: 'Calico’s device beside flannel’s', devices: ['vxlan.calico', 'flannel.1'], addresses: both, says: mine },
  { when: 'no device: one in another network namespace', devices: [], says: unseen },
  { when: 'a device that nobody could see', devices: [], without: ['tunnelDevices'], says: unseen },
  {
    when: 'Open vSwitch’s, flow-based',
    devices: ['vxlan_sys_4789'],
    addresses: both,
    says: ['Fail', 'DeviceHoldsPort'],
  },
  { when: 'Open vSwitch’s of another port', devices: ['vxlan_sys_8472'], says: mine },
  { when: 'Open vSwitch’s, not up, beside a plain device', devices: ['vxlan_sys_4789', 'vxlan7'], says: mine },
  { when: 'Open vSwitch’s or Calico’s', devices: ['vxlan_sys_4789', 'vxlan.calico'], addresses: both, says: may },
  { when: 'Open vSwitch’s, kernel without IPv6', devices: ['vxlan_sys_4789'], ipv6Enabled: false, says: may },
  { when: 'Open vSwitch’s, IPv6 unseen', devices: ['vxlan_sys_4789'], without: ['ipv6Enabled'], says: unseen },
  {
    when: 'Open vSwitch’s, system unseen',
    devices: ['vxlan_sys_4789'],
    addresses: both,
    without: ['operatingSystem'],
    says: unseen,
  },
  {
    when: 'Open vSwitch’s on RHEL, which may be a worker of OpenShift',
    devices: ['vxlan_sys_4789'],
    addresses: both,
    system: rhel,
    says: may,
  },
  {
    when: 'OpenShift SDN’s',
    devices: ['vxlan_sys_4789'],
    addresses: both,
    system: { id: 'rhcos', versionId: '4.12', openshiftVersion: '4.12' },
    says: ['Warn', 'NetworkPluginHoldsPort'],
  },
  {
    when: 'Calico’s device, after that of OpenShift SDN went down',
    devices: ['vxlan_sys_4789', 'vxlan.calico'],
    system: { id: 'rhcos', versionId: '4.12', openshiftVersion: '4.12' },
    says: mine,
  },
  { when: 'a plain device of another', devices: ['vxlan7'], says: mine },
  { when: 'a plain device for IPv6', devices: ['vxlan7'], addresses: ['::'], says: mine },
  { when: 'a flow-based device of another, or two plain ones', devices: ['tunnel7'], addresses: both, says: may },
  {
    when: 'a plain device of another, which eBPF of v3.31 shares with none',
    devices: ['vxlan7'],
    profile: { calicoVersion: 'v3.31', dataplane: 'BPF' },
    says: may,
  },
  {
    when: 'Open vSwitch’s, not up, beside which eBPF of v3.31 cannot make another',
    devices: ['vxlan_sys_4789'],
    addresses: [],
    profile: { calicoVersion: 'v3.31', dataplane: 'BPF' },
    says: may,
  },
  { when: 'Open vSwitch’s, not up', devices: ['vxlan_sys_4789'], addresses: [], says: mine },
  { when: 'nobody, beside another device', devices: ['vxlan7'], addresses: [], says: mine },
  {
    when: 'a plain device of another, which eBPF of v3.30 shares',
    devices: ['vxlan7'],
    profile: { calicoVersion: 'v3.30', dataplane: 'BPF' },
    says: mine,
  },
];

interface WireguardCase {
  readonly when: string;
  readonly devices: readonly string[];
  readonly without?: readonly HostFactName[];
  readonly says: readonly [Verdict, string];
}

const wireguardCases: readonly WireguardCase[] = [
  { when: 'Calico’s device beside another', devices: ['wg0', 'wireguard.cali'], says: mine },
  { when: 'another’s', devices: ['wg0'], says: may },
  { when: 'no device', devices: [], says: unseen },
  { when: 'a device that nobody could see', devices: ['wg0'], without: ['tunnelDevices'], says: unseen },
];

const devicesOf = (kind: keyof TunnelDevices, names: readonly string[]): TunnelDevices => ({
  vxlan: [],
  wireguard: [],
  [kind]: names,
});

/** Whose a socket is that no process was found for. */
export const tunnelDeviceCases: readonly RequirementCase[] = [
  ...vxlanCases.map(
    ({
      when,
      devices,
      addresses = ['0.0.0.0'],
      system = debian,
      ipv6Enabled = true,
      profile,
      without = [],
      says,
    }): RequirementCase => ({
      requirement: 'vxlan-port-open',
      when: `the socket is of ${when}`,
      profile: { encapsulation: ['VXLAN'], ...profile },
      facts: {
        listeners: kernel(4789, ...addresses),
        tunnelDevices: devicesOf('vxlan', devices),
        operatingSystem: system,
        ipv6Enabled,
      },
      without,
      verdict: says[0],
      reason: says[1],
    }),
  ),
  ...wireguardCases.map(({ when, devices, without = [], says }): RequirementCase => ({
    requirement: 'wireguard-port-open',
    when: `the socket is of ${when}`,
    profile: { wireguard: true },
    facts: { listeners: kernel(51820, '0.0.0.0', '::'), tunnelDevices: devicesOf('wireguard', devices) },
    without,
    verdict: says[0],
    reason: says[1],
  })),
];
