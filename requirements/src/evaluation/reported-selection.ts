/**
 * Symbols of the kernel's configuration that requirements judge themselves, without `CONFIG_`. All others only
 * show how a module is built; the report carries the modules' states instead.
 */
export const reportedSymbols = [
  'BPF',
  'BPF_SYSCALL',
  'BPF_JIT',
  'HAVE_EBPF_JIT',
  'CGROUP_BPF',
  'NET_CLS_ACT',
  'DEBUG_INFO_BTF',
  'XDP_SOCKETS',
  'NF_CT_PROTO_SCTP',
  'IP_VS_PROTO_SCTP',
  'IP6_NF_IPTABLES',
] as const;

/** Capabilities that Calico's pods use (capabilities(7), without `CAP_`); a report says nothing about the others. */
export const reportedCapabilities = ['net_admin', 'net_raw', 'sys_module', 'sys_admin', 'perfmon', 'bpf'] as const;
