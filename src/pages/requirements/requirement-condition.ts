import { defaultProfileValues, fromReportedFacts } from '@calico-readiness/requirements';
import type { Message, ProfileValues, Requirement } from '@calico-readiness/requirements';

/** Profiles that between them switch off everything that a profile can switch off. */
const probes: readonly ProfileValues[] = [
  {
    ...defaultProfileValues,
    encapsulation: [],
    bgp: false,
    wireguard: false,
    sctp: false,
    typha: false,
    ipFamilies: ['IPv4'],
    kubeProxyMode: 'iptables',
    dataplane: 'Iptables',
  },
  { ...defaultProfileValues, dataplane: 'Nftables' },
  { ...defaultProfileValues, dataplane: 'BPF', kubeProxyMode: 'none' },
  { ...defaultProfileValues, ipFamilies: ['IPv6'] },
];

const withoutIpv6 = fromReportedFacts({ ipv6Enabled: false });

/** When a requirement does not apply, as the requirement itself says it; nothing for one that always applies. */
export function exceptionsOf(requirement: Requirement): Message[] {
  const byText = new Map<string, Message>();
  for (const profile of probes) {
    const applicability = requirement.appliesTo(profile, withoutIpv6);
    if (applicability.applies === 'no') byText.set(applicability.reason.text, applicability.reason);
  }
  return [...byText.values()];
}
