import { clusterCases } from './cluster-cases';
import { cloudSetupCases } from './cloud-setup-cases';
import { conntrackSctpCases } from './conntrack-sctp-cases';
import { ebpfCases } from './ebpf-cases';
import { firewallCases } from './firewall-cases';
import { flowCases } from './network/flow-cases';
import { healthPortCases } from './health-port-cases';
import { hostCases } from './host-cases';
import { iptablesBackendCases } from './iptables-backend-cases';
import { ipv6Cases } from './ipv6-cases';
import { ipv6RegistrationCases } from './ipv6-registration-cases';
import { kernelModuleCases } from './kernel-module-cases';
import { moduleLoadingCases } from './module-loading-cases';
import { networkManagerCases } from './network-manager-cases';
import { networkdCases } from './networkd-cases';
import { ruleLoaderCases } from './rule-loader-cases';
import { releaseCases } from './release-cases';
import { specialModuleCases } from './special-module-cases';
import { vxlanOverIpv6Cases } from './vxlan-over-ipv6-cases';
import { tunnelDeviceCases } from './tunnel-device-cases';
import type { RequirementCase } from '../requirement-case';

/** What every requirement says in every situation that matters. */
export const catalogueCases: readonly RequirementCase[] = [
  ...hostCases,
  ...networkManagerCases,
  ...cloudSetupCases,
  ...firewallCases,
  ...ipv6Cases,
  ...ruleLoaderCases,
  ...networkdCases,
  ...flowCases,
  ...tunnelDeviceCases,
  ...healthPortCases,
  ...clusterCases,
  ...kernelModuleCases,
  ...specialModuleCases,
  ...vxlanOverIpv6Cases,
  ...ipv6RegistrationCases,
  ...moduleLoadingCases,
  ...ebpfCases,
  ...conntrackSctpCases,
  ...iptablesBackendCases,
  ...releaseCases,
];
