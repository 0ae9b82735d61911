import { ipv6Half } from '../../derived/ipv6-registrations';
import type { KernelRelease } from '../../derived/kernel-release';
import type { HostFacts } from '../../model/host-facts';
import type { KernelModules } from '../../model/kernel-module';
import type { Judgement } from '../../model/requirement';

/** A module that is there may yet lack its part for IPv6, which no state of a module shows. */
export function judgeIpv6Half(
  met: Judgement,
  modules: readonly string[],
  states: KernelModules,
  { release }: { readonly release: KernelRelease | undefined },
  { kernelConfiguration }: HostFacts,
): Judgement {
  const half = ipv6Half(modules, kernelConfiguration, states, release);
  if (half.presence === 'present') return met;
  const { extensions } = half;
  const isOff = kernelConfiguration.status === 'observed' && kernelConfiguration.value['IP6_NF_IPTABLES'] === 'n';
  const observed = `${extensions.join(', ')} for IPv6; CONFIG_IP6_NF_IPTABLES: ${isOff ? 'not set' : 'not seen'}`;
  return half.presence === 'absent'
    ? { outcome: 'unmet', reason: 'Ipv6NotRegistered', observed }
    : { outcome: 'undetermined', reason: 'Ipv6Unknown', observed };
}
