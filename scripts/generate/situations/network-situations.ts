import { allFeatures } from './all-features';
import type { Situation } from './situation';
import { situation } from './situation';

/** About IPv6, clouds, ports and who holds them. */
export const networkSituations: readonly Situation[] = [
  situation('false pass', 'IPv6 is asked for, and the kernel was started with ipv6.disable=1.', 'ipv6-available', {
    tree: 'rhel-9.4-ipv6-disabled',
    profile: allFeatures,
  }),
  situation('false pass', 'IPv6 is asked for, and sysctl.d switched it off on every device.', 'ipv6-available', {
    tree: 'rhel-9.4-ipv6-off-on-every-device',
    profile: allFeatures,
  }),
  situation(
    'false pass',
    'IPv6 is off on every device that is made from now on, tunnels among them.',
    'ipv6-available',
    {
      tree: 'rhel-9.4-ipv6-off-by-default',
      profile: allFeatures,
    },
  ),
  situation('false pass', 'IPv6 is off on vxlan-v6.calico itself.', 'ipv6-available', {
    when: 'off on vxlan-v6.calico',
  }),
  situation('false pass', 'IPv6 is off by default, and no tunnel uses it.', 'ipv6-available', {
    when: 'off by default, without tunnels of IPv6',
  }),
  situation(
    'false alarm',
    'net.ipv6.conf.all.disable_ipv6 is 1, and devices and default have IPv6.',
    'ipv6-available',
    {
      test: 'agent/reference-programs/kernel/ipv6-switches.spec.ts',
      words: 'whatever all says, when the default is on again',
      verdict: 'Pass',
    },
  ),
  situation(
    'silence',
    'A machine in Azure, whose network drops IP-in-IP, which is only the default.',
    'ipip-protocol-open',
    {
      tree: 'rhcos-4.20-in-azure',
    },
  ),
  situation('silence', 'A machine in Azure, and IP-in-IP was chosen.', 'ipip-protocol-open', {
    tree: 'rhcos-4.20-in-azure',
    profile: { encapsulation: ['IPIP'] },
  }),
  situation('silence', 'The host’s own BIRD holds TCP 179.', 'bgp-port-open', {
    tree: 'ubuntu-24.04-bird-of-the-host',
  }),
  situation('silence', 'The host’s own BIRD holds TCP 179, seen by an agent in a pod.', 'bgp-port-open', {
    tree: 'ubuntu-24.04-bird-of-the-host-seen-from-a-pod',
  }),
  situation('silence', 'The host’s own BIRD holds TCP 179, with cgroup v1.', 'bgp-port-open', {
    tree: 'rhel-8.6-bird-of-the-host',
  }),
  situation('false alarm', 'BIRD of a neighbouring pod, whose path does not say kubepods.', 'bgp-port-open', {
    tree: 'ubuntu-24.04-bird-of-a-neighbouring-pod',
  }),
  situation('false alarm', 'Calico runs as a unit of the host.', 'bgp-port-open', {
    when: "bird listens in a unit of Calico's",
  }),
  situation('silence', 'A device of Open vSwitch holds UDP 4789.', 'vxlan-port-open', {
    tree: 'ubuntu-24.04-vxlan-device-of-open-vswitch',
    profile: allFeatures,
  }),
  situation('silence', 'OpenShift’s own network plugin holds UDP 4789 until the migration.', 'vxlan-port-open', {
    tree: 'rhcos-4.20-vxlan-device-of-network-plug-in',
    profile: allFeatures,
  }),
  situation('silence', 'A VXLAN device that may or may not be flow-based holds UDP 4789.', 'vxlan-port-open', {
    when: 'the socket is of a flow-based device of another, or two plain ones',
  }),
  situation('false alarm', 'A plain VXLAN device of another shares UDP 4789.', 'vxlan-port-open', {
    tree: 'ubuntu-24.04-vxlan-device-of-another',
    profile: allFeatures,
  }),
  situation('silence', 'UDP 4789 is held, and no device shows by whom.', 'vxlan-port-open', {
    tree: 'ubuntu-24.04-vxlan-socket-without-device',
    profile: allFeatures,
  }),
  situation('silence', 'A WireGuard device of another holds UDP 51820.', 'wireguard-port-open', {
    tree: 'ubuntu-24.04-wireguard-device-of-another',
    profile: allFeatures,
  }),
  situation('silence', 'A service of the host holds TCP 9199 on OpenShift.', 'calico-host-ports-free', {
    tree: 'rhcos-4.20-felix-port-taken',
  }),
  situation('silence', 'A service of the host holds TCP 9099.', 'calico-host-ports-free', {
    tree: 'ubuntu-24.04-felix-port-taken',
  }),
  situation('silence', 'Something else than Typha holds TCP 9098.', 'calico-host-ports-free', {
    tree: 'ubuntu-24.04-typha-port-taken',
  }),
  situation(
    'false alarm',
    'The cluster version operator holds TCP 9099 on a control plane.',
    'calico-host-ports-free',
    {
      tree: 'rhcos-4.20-control-plane',
    },
  ),
  situation('false alarm', 'TCP 9099 is held on another address than that of Felix.', 'calico-host-ports-free', {
    tree: 'ubuntu-24.04-felix-port-on-another-address',
  }),
  situation('silence', 'TCP 9099 is held on RHEL, which may be a worker of OpenShift.', 'calico-host-ports-free', {
    tree: 'rhel-9.4-port-9099-taken',
  }),
  situation('false alarm', 'Calico itself runs, with VXLAN and WireGuard.', 'calico-host-ports-free', {
    tree: 'ubuntu-24.04-calico-running',
    profile: allFeatures,
  }),
];
