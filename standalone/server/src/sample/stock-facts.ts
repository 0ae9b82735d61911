import { firewallUnits, kernelModuleTable, observed } from '@calico-readiness/requirements';
import type { HostFacts, HostFactValues, ModuleState, ServiceState } from '@calico-readiness/requirements';

const source = 'sample';

/** Modules that the kernel of RHEL 9 no longer or not yet has. */
const absentFromRhel9 = ['nft_chain_nat_ipv4', 'nft_chain_nat_ipv6', 'nft_masq_ipv4', 'nft_masq_ipv6', 'nf_log_common', 'nf_conntrack_ipv4', 'nf_conntrack_ipv6', 'nft_counter'];

const builtIn = ['x_tables', 'xt_tcpudp', 'nf_conntrack_proto_sctp', 'ipv6'];

/** What a running OpenShift node has loaded in any case. */
const loaded = ['nf_tables', 'nft_compat', 'nft_ct', 'nft_nat', 'nft_chain_nat', 'nf_conntrack', 'nf_nat', 'xt_comment', 'xt_conntrack', 'xt_mark', 'xt_addrtype', 'veth', 'vxlan', 'nfnetlink', 'ip_tables', 'iptable_nat', 'iptable_filter'];

const stateOf = (module: string): ModuleState =>
  absentFromRhel9.includes(module) ? 'missing' : builtIn.includes(module) ? 'built-in' : loaded.includes(module) ? 'loaded' : 'loadable';

const notInstalled: ServiceState = { load: 'not-found', enablement: 'not-found', active: false, startsAtBoot: false };

const capabilities = ['chown', 'dac_override', 'net_admin', 'net_raw', 'sys_admin', 'sys_module', 'sys_ptrace', 'bpf', 'perfmon'];

const values: HostFactValues = {
  architecture: 'x86_64',
  kernelRelease: '5.14.0-570.12.1.el9_6.x86_64',
  operatingSystem: {
    id: 'rhcos',
    versionId: '9.6.20250701-0',
    idLike: ['rhel', 'fedora'],
    prettyName: 'Red Hat Enterprise Linux CoreOS 9.6.20250701-0',
    variantId: 'coreos',
    rhelVersion: '9.6',
    openshiftVersion: '4.20',
  },
  capabilities: { bounding: capabilities },
  kernelModules: Object.fromEntries(kernelModuleTable.map(({ name }) => [name, stateOf(name)])),
  kernelConfiguration: { BPF_SYSCALL: 'y', BPF_JIT: 'y', CGROUP_BPF: 'y', DEBUG_INFO_BTF: 'y', IPV6: 'y', NET_CLS_ACT: 'y', NET_CLS_BPF: 'm', NET_SCH_INGRESS: 'm', NETFILTER: 'y', XDP_SOCKETS: 'y', IP_VS_PROTO_SCTP: 'y' },
  legacyIptables: { tables: [], ip6Tables: [], matches: [], targets: [] },
  networkManager: {
    daemon: 'running',
    configurationFiles: ['etc/NetworkManager/NetworkManager.conf', 'etc/NetworkManager/conf.d/calico.conf'],
    manages: { 'cali*': false, tunl0: false, 'vxlan.calico': false, 'vxlan-v6.calico': false, 'wireguard.cali': false, 'wg-v6.cali': false },
  },
  services: Object.fromEntries(firewallUnits.map((unit) => [unit, notInstalled])),
  ipv6Enabled: true,
  kernelTypeInformation: true,
  cgroup2Mounts: ['/sys/fs/cgroup'],
  cgroup2Supported: true,
  bpfFilesystemMounted: true,
  lockdown: 'none',
  listeners: [],
  modprobePath: '/sbin/modprobe',
};

/** A healthy RHCOS node, as the rest of the fleet varies it. */
export const stockFacts: HostFacts = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, observed(value as unknown, source)]),
) as unknown as HostFacts;

/** The stock values, to build variants from. */
export const stockValues: HostFactValues = values;
