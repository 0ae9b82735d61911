import { clusterCases } from './cluster-cases';
import { cloudSetupCases } from './cloud-setup-cases';
import { conntrackSctpCases } from './conntrack-sctp-cases';
import { ebpfCases } from './ebpf-cases';
import { firewallCases } from './firewall-cases';
import { flowCases } from './flow-cases';
import { hostCases } from './host-cases';
import { iptablesBackendCases } from './iptables-backend-cases';
import { kernelModuleCases } from './kernel-module-cases';
import { networkManagerCases } from './network-manager-cases';
import { networkdCases } from './networkd-cases';
import { ruleLoaderCases } from './rule-loader-cases';
import { releaseCases } from './release-cases';
import { specialModuleCases } from './special-module-cases';
import type { RequirementCase } from '../requirement-case';

/** What every requirement says in every situation that matters. */
export const catalogueCases: readonly RequirementCase[] = [
  ...hostCases,
  ...networkManagerCases,
  ...cloudSetupCases,
  ...firewallCases,
  ...ruleLoaderCases,
  ...networkdCases,
  ...flowCases,
  ...clusterCases,
  ...kernelModuleCases,
  ...specialModuleCases,
  ...ebpfCases,
  ...conntrackSctpCases,
  ...iptablesBackendCases,
  ...releaseCases,
];
