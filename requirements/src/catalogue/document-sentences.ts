import type { GuideId, RequirementId } from '../model/requirement-id';
import { quotes } from './quotes';

/** One sentence, or one cell row, of the requirements document and what became of it. */
export interface DocumentSentence {
  /** Word for word, without the bullet in front of it. */
  readonly text: string;
  /** The requirements that quote it. */
  readonly requirements?: readonly RequirementId[];
  /** The guide that gives it as advice. */
  readonly guide?: GuideId;
  /** What it is, when it neither demands nor advises anything. */
  readonly structure?: 'heading' | 'table head' | 'introduction';
}

const heading = (text: string): DocumentSentence => ({ text, structure: 'heading' });

const networkManager: readonly RequirementId[] = [
  'networkmanager-ignores-cali',
  'networkmanager-ignores-tunl',
  'networkmanager-ignores-vxlan-calico',
];
const firewalls: readonly RequirementId[] = ['firewalld-disabled', 'iptables-managers-disabled'];
const flows: readonly RequirementId[] = [
  'bgp-port-open',
  'ipip-protocol-open',
  'vxlan-port-open',
  'typha-port-open',
  'kube-apiserver-reachable',
];
const bases: readonly RequirementId[] = ['iptables-base', 'ip6tables-base'];
const matches: readonly RequirementId[] = [
  'match-set',
  'match-rpfilter',
  'match-addrtype',
  'match-comment',
  'match-conntrack',
  'match-icmp',
  'match-tcp',
  'match-udp',
  'match-ipvs',
  'match-icmpv6',
  'match-mark',
  'match-multiport',
  'match-sctp',
];
const actions: readonly RequirementId[] = ['target-reject', 'target-accept', 'target-drop', 'target-log'];

/** Every sentence of the requirements document (requirements/fixtures/system-requirements.txt), in its order. */
export const documentSentences: readonly DocumentSentence[] = [
  heading('System requirements'),

  heading('Node requirements'),
  { text: 'x86-64, arm64, ppc64le, or s390x processor', requirements: ['processor-architecture-supported'] },
  { text: 'Linux kernel 3.10 or later with required dependencies.', requirements: ['kernel-version-supported'] },
  {
    text: 'The following distributions have the required kernel, its dependencies, and are known to work well with Calico and OpenShift.',
    requirements: ['linux-distribution-supported'],
  },
  { text: 'RedHat Linux 7', requirements: ['linux-distribution-supported'] },
  { text: 'RedHat Container OS', requirements: ['linux-distribution-supported'] },
  {
    text: 'Calico must be able to manage cali* interfaces on the host.',
    requirements: ['networkmanager-ignores-cali'],
  },
  {
    text: 'When IPIP is enabled (the default), Calico also needs to be able to manage tunl* interfaces.',
    requirements: ['networkmanager-ignores-tunl'],
  },
  {
    text: 'When VXLAN is enabled, Calico also needs to be able to manage the vxlan.calico interface.',
    requirements: ['networkmanager-ignores-vxlan-calico'],
  },
  {
    text: 'Note: Many Linux distributions, such as most of the above, include NetworkManager.',
    requirements: networkManager,
    guide: 'networkmanager',
  },
  {
    text: 'By default, NetworkManager does not allow Calico to manage interfaces.',
    requirements: networkManager,
    guide: 'networkmanager',
  },
  { text: quotes.networkManager, requirements: networkManager, guide: 'networkmanager' },
  { text: quotes.firewall, requirements: firewalls },
  { text: quotes.firewallHarm, requirements: firewalls, guide: 'firewalld' },
  {
    text: 'Note: If a host firewall is needed, it can be configured by Calico HostEndpoint and GlobalNetworkPolicy.',
    guide: 'firewalld',
  },
  { text: 'More information about configuration at Security for host.', guide: 'firewalld' },

  heading('Key/value store'),
  {
    text: 'Calico v3.25 requires a key/value store accessible by all Calico components.',
    requirements: ['kubernetes-datastore-available'],
  },
  {
    text: 'With OpenShift, the Kubernetes API datastore is used for the key/value store.',
    requirements: ['kubernetes-datastore-available'],
  },

  heading('Network requirements'),
  { text: quotes.ensureTraffic, requirements: flows, guide: 'ports' },
  { text: 'Configuration Host(s) Connection type Port/protocol', structure: 'table head' },
  { text: 'Calico networking (BGP) All Bidirectional TCP 179', requirements: ['bgp-port-open'] },
  {
    text: 'Calico networking with IP-in-IP enabled (default) All Bidirectional IP-in-IP, often represented by its protocol number 4',
    requirements: ['ipip-protocol-open'],
  },
  { text: 'Calico networking with VXLAN enabled All Bidirectional UDP 4789', requirements: ['vxlan-port-open'] },
  { text: 'Typha access Typha agent hosts Incoming TCP 5473 (default)', requirements: ['typha-port-open'] },
  { text: 'All kube-apiserver host Incoming Often TCP 443 or 8443*', requirements: ['kube-apiserver-reachable'] },
  {
    text: '* The value passed to kube-apiserver using the --secure-port flag.',
    requirements: ['kube-apiserver-reachable'],
    guide: 'ports',
  },
  {
    text: 'If you cannot locate this, check the targetPort value returned by kubectl get svc kubernetes -o yaml.',
    requirements: ['kube-apiserver-reachable'],
    guide: 'ports',
  },

  { text: 'Ensure that Calico has the CAP_SYS_ADMIN privilege.', requirements: ['cap-sys-admin-available'] },
  {
    text: 'The simplest way to provide the necessary privilege is to run Calico as root or in a privileged container.',
    requirements: ['cap-sys-admin-available'],
    guide: 'privileges',
  },

  heading('OpenShift requirements'),
  { text: 'Calico v3.25 supports:', requirements: ['openshift-version-supported'] },
  { text: 'OpenShift Container Platform 4.3+', requirements: ['openshift-version-supported'] },
  {
    text: 'Refer to the OpenShift documentation for additional requirements.',
    requirements: ['openshift-version-supported'],
    guide: 'openshift',
  },

  heading('Kernel dependencies'),
  {
    text: 'Tip: If you are using one of the recommended distributions, you will already satisfy these.',
    requirements: ['linux-distribution-supported'],
    guide: 'kernel-modules',
  },
  {
    text: 'Due to the large number of distributions and kernel version out there, it’s hard to be precise about the names of the particular kernel modules that are required to run Calico.',
    guide: 'kernel-modules',
  },
  { text: 'However, in general, you’ll need:', structure: 'introduction' },
  { text: quotes.iptables, requirements: [...bases, ...matches, ...actions] },
  { text: quotes.smallModules, requirements: [...matches, ...actions] },
  { text: 'Calico requires:', structure: 'introduction' },
  { text: quotes.base, requirements: bases },
  { text: quotes.matches, requirements: matches },
  { text: quotes.actions, requirements: actions },
  { text: 'IP sets support.', requirements: ['ip-sets'] },
  { text: quotes.conntrack, requirements: ['match-sctp', 'conntrack', 'conntrack-sctp'] },
  { text: 'IPVS support if using kube-proxy in IPVS mode.', requirements: ['ipvs'] },
  { text: quotes.tunnels, requirements: ['ipip-tunnel', 'vxlan-tunnel', 'wireguard-tunnel'] },
  { text: quotes.ebpf, requirements: ['ebpf', 'ebpf-tc-hook', 'xdp'] },
];
