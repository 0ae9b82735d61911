import type { CalicoVersion, ClusterProfile, Finding, ProfileValues } from '@calico-readiness/requirements';
import { declareProfile } from '@calico-readiness/requirements';

const asked = {
  default: {},
  'all features': {
    dataplane: 'BPF',
    encapsulation: ['VXLAN'],
    ipFamilies: ['IPv4', 'IPv6'],
    kubeProxyMode: 'ipvs',
    wireguard: true,
    sctp: true,
  },
} as const satisfies Readonly<Record<string, Partial<ProfileValues>>>;

/** What the fixture hosts are judged for: what Calico v3.25 does when nobody says otherwise, and everything that it can be asked for. */
export const fixtureProfiles = {
  default: declareProfile(asked.default, 'fixture'),
  'all features': declareProfile(asked['all features'], 'fixture'),
} as const satisfies Readonly<Record<string, ClusterProfile>>;

export type FixtureProfileName = keyof typeof fixtureProfiles;

/** The same for another release of Calico, by the names of `fixtureProfiles`. */
export const fixtureProfilesFor = (
  calicoVersion: CalicoVersion,
): Readonly<Record<FixtureProfileName, ClusterProfile>> => ({
  default: declareProfile({ ...asked.default, calicoVersion }, 'fixture'),
  'all features': declareProfile({ ...asked['all features'], calicoVersion }, 'fixture'),
});

/** One line for each finding, in catalogue order, for reading: requirement, verdict, reason, what was observed. */
export const findingLines = (findings: readonly Finding[]): string[] =>
  findings.map(({ requirement, verdict, reason, observed }) =>
    [requirement, verdict, reason, observed].filter((part) => part !== undefined && part !== '').join(' | '),
  );
