import type { Requirement } from '../../model/requirement';
import { bpfFilesystem } from './bpf-filesystem';
import { conntrackSctp } from './conntrack-sctp';
import { ebpf } from './ebpf';
import { ebpfBtf } from './ebpf-btf';
import { ebpfCgroup2 } from './ebpf-cgroup2';
import { ipvsRows, setAndConntrackRows, tcHookRows, tunnelRows } from './feature-rows';
import { iptablesBackendConsistent } from './iptables-backend-consistent';
import { iptablesBaseRows } from './iptables-base-rows';
import { kernelLockdownPermitsBpf } from './kernel-lockdown-permits-bpf';
import { kernelModuleRequirement } from './kernel-module-requirement';
import { matchRows } from './match-rows';
import { actionRows, furtherActionRows } from './target-rows';
import { xdp } from './xdp';

/** The chapter on kernel dependencies, in the order of the document; what is beyond it stands at the end. */
export const kernelRequirements: readonly Requirement[] = [
  ...[...iptablesBaseRows, ...matchRows, ...actionRows, ...setAndConntrackRows].map(kernelModuleRequirement),
  conntrackSctp,
  ...[...ipvsRows, ...tunnelRows].map(kernelModuleRequirement),
  ebpf,
  ...tcHookRows.map(kernelModuleRequirement),
  xdp,
  ...furtherActionRows.map(kernelModuleRequirement),
  ebpfBtf,
  ebpfCgroup2,
  bpfFilesystem,
  kernelLockdownPermitsBpf,
  iptablesBackendConsistent,
];
