import type { CalicoVersion } from '../model/profile-choices';
import type { Message } from '../model/message';
import { msg } from '../model/message';
import type { ProfileValues } from '../model/profile-values';
import { calicoRelease } from './calico-releases';
import { documentationOf } from './release-sources';

/** Stable names of the usual profiles, in the order in which they are listed when nothing tells them apart. */
export const usualProfileIds = [
  'vxlan',
  'ipip',
  'unencapsulated',
  'nftables',
  'ebpf',
  'wireguard',
  'dual-stack',
] as const;
export type UsualProfileId = (typeof usualProfileIds)[number];

/** The fields that tell usual profiles apart. */
type ProfileChoice = Partial<
  Pick<ProfileValues, 'dataplane' | 'encapsulation' | 'bgp' | 'ipFamilies' | 'kubeProxyMode' | 'wireguard'>
>;

/**
 * One of the ways in which Calico is usually set up. It sets what defines it, and takes back what defines another: data
 * plane, encryption and address families. Everything else is as each node's own profile has it.
 */
export interface UsualProfile {
  readonly id: UsualProfileId;
  /** Two or three words. */
  readonly title: Message;
  /** What it means, in one sentence. */
  readonly summary: Message;
  readonly values: ProfileChoice;
  /** Whether a Calico release has it at all. */
  readonly isIn: (version: CalicoVersion) => boolean;
  /** The page of Calico's documentation that says so. */
  readonly source: string;
}

const inEvery = (): boolean => true;
const plain = { dataplane: 'Iptables', ipFamilies: ['IPv4'], wireguard: false } as const satisfies ProfileChoice;
const page = (path: string): string => documentationOf('v3.32', path);

/** The usual profiles, one of each id. */
export const usualProfiles: readonly UsualProfile[] = [
  {
    id: 'vxlan',
    title: msg('VXLAN'),
    summary: msg('Overlay network by VXLAN, without BGP'),
    // Felix itself routes between VXLAN pools, so that BIRD may be turned off.
    values: { ...plain, encapsulation: ['VXLAN'], bgp: false },
    isIn: inEvery,
    source: page('networking/configuring/vxlan-ipip.mdx'),
  },
  {
    id: 'ipip',
    title: msg('IPIP'),
    summary: msg('Overlay network by IP in IP, with BGP'),
    values: { ...plain, encapsulation: ['IPIP'], bgp: true },
    isIn: inEvery,
    source: page('networking/configuring/vxlan-ipip.mdx'),
  },
  {
    id: 'unencapsulated',
    title: msg('No encapsulation'),
    summary: msg('Addresses of pods routed by BGP'),
    values: { ...plain, encapsulation: [], bgp: true },
    isIn: inEvery,
    source: page('networking/configuring/bgp.mdx'),
  },
  {
    id: 'nftables',
    title: msg('nftables data plane'),
    summary: msg('Packet filter and kube-proxy by nftables'),
    // That page wants kube-proxy in the same mode.
    values: { ...plain, dataplane: 'Nftables', kubeProxyMode: 'nftables' },
    isIn: (version) => calicoRelease(version).nftablesDataplane.status !== 'absent',
    source: page('getting-started/kubernetes/nftables.mdx'),
  },
  {
    id: 'ebpf',
    title: msg('eBPF data plane'),
    summary: msg('Packet filter and services by eBPF programs, without kube-proxy'),
    values: { ...plain, dataplane: 'BPF', kubeProxyMode: 'none' },
    isIn: inEvery,
    source: page('operations/ebpf/enabling-ebpf.mdx'),
  },
  {
    id: 'wireguard',
    title: msg('WireGuard'),
    summary: msg('Traffic between nodes encrypted by WireGuard'),
    values: { ...plain, wireguard: true },
    isIn: inEvery,
    source: page('network-policy/encrypt-cluster-pod-traffic.mdx'),
  },
  {
    id: 'dual-stack',
    title: msg('Dual stack'),
    summary: msg('Pods with IPv4 and IPv6 addresses'),
    values: { ...plain, ipFamilies: ['IPv4', 'IPv6'] },
    isIn: inEvery,
    source: page('networking/ipam/ipv6.mdx'),
  },
];
