import type { ClusterProfile, Finding } from '@calico-readiness/requirements';
import { declareProfile } from '@calico-readiness/requirements';

/** What the fixture hosts are judged for: what Calico v3.25 does when nobody says otherwise, and everything that it can be asked for. */
export const fixtureProfiles = {
  default: declareProfile({}, 'fixture'),
  'all features': declareProfile(
    { dataplane: 'BPF', encapsulation: ['VXLAN'], ipFamilies: ['IPv4', 'IPv6'], kubeProxyMode: 'ipvs', wireguard: true, sctp: true },
    'fixture',
  ),
} as const satisfies Readonly<Record<string, ClusterProfile>>;

export type FixtureProfileName = keyof typeof fixtureProfiles;

/** One line for each finding, in catalogue order, for reading: requirement, verdict, reason, what was observed. */
export const findingLines = (findings: readonly Finding[]): string[] =>
  findings.map(({ requirement, verdict, reason, observed }) => [requirement, verdict, reason, observed].filter((part) => part !== undefined && part !== '').join(' | '));
