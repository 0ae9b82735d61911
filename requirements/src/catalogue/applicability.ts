import type { Message } from '../model/message';
import { msg } from '../model/message';
import type { ProfileValues } from '../model/profile-values';
import type { Applicability, Requirement } from '../model/requirement';

type AppliesTo = Requirement['appliesTo'];

const yes: Applicability = { applies: 'yes' };

/** For a requirement whose sentence has no condition. */
export const always: AppliesTo = () => yes;

/** For a requirement that the profile switches on; `reason` says why it does not apply otherwise. */
export const when =
  (condition: (profile: ProfileValues) => boolean, reason: Message): AppliesTo =>
  (profile) =>
    condition(profile) ? yes : { applies: 'no', reason };

/** "if you want to use the eBPF dataplane" */
export const withEbpf = when((profile) => profile.dataplane === 'BPF', msg('The eBPF data plane is off'));

/** "if using kube-proxy in IPVS mode" */
export const withIpvs = when((profile) => profile.kubeProxyMode === 'ipvs', msg('kube-proxy is not in IPVS mode'));

/** "if using SCTP" */
export const withSctp = when((profile) => profile.sctp, msg('SCTP is not used'));

/** "When IPIP is enabled". Calico carries only IPv4 in IP-in-IP (Calico documentation, vxlan-ipip). */
export const withIpip = when(
  ({ encapsulation, ipFamilies }) => encapsulation.includes('IPIP') && ipFamilies.includes('IPv4'),
  msg('IP-in-IP is off'),
);

/** "When VXLAN is enabled". eBPF forwards node ports between nodes in VXLAN, whatever the pools say (Calico documentation, eBPF data plane). */
export const withVxlan = when(
  ({ encapsulation, dataplane }) => encapsulation.includes('VXLAN') || dataplane === 'BPF',
  msg('VXLAN is off'),
);

/** Some traffic between nodes travels in a tunnel. */
export const withTunnel = when(
  ({ encapsulation, wireguard, ipFamilies }) =>
    wireguard || encapsulation.includes('VXLAN') || (encapsulation.includes('IPIP') && ipFamilies.includes('IPv4')),
  msg('No tunnel is used between nodes'),
);

/** WireGuard encrypts the traffic between the nodes. */
export const withWireguard = when((profile) => profile.wireguard, msg('WireGuard is off'));

/** "if IPv6 is enabled in your cluster" */
export const withIpv6InCluster = when(
  (profile) => profile.ipFamilies.includes('IPv6'),
  msg('IPv6 is not enabled in the cluster'),
);

/** "if IPv6 is enabled in your kernel" */
export const withIpv6InKernel: AppliesTo = (_profile, { ipv6Enabled }) => {
  if (ipv6Enabled.status === 'unavailable') return { applies: 'unknown', fact: 'ipv6Enabled' };
  return ipv6Enabled.value ? yes : { applies: 'no', reason: msg('IPv6 is not enabled in the kernel') };
};
