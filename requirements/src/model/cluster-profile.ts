import type { CalicoMtu, ProfileValues } from './profile-values';

/** Who said so: a person, an object of the cluster, or nobody (then the default of that Calico version holds). */
export const profileSources = ['declared', 'detected', 'defaulted'] as const;
export type ProfileSource = (typeof profileSources)[number];

/** One field of the profile with its origin; `from` names the option, file or object, e.g. `IPPool default-ipv4-ippool`. */
export interface ProfileField<T> {
  readonly value: T;
  /** Who said so: a person, an object of the cluster, or nobody, so that the default of that Calico release holds. */
  readonly source: ProfileSource;
  /** The option, file or object that says so. */
  readonly from?: string;
}

/** The profile with the origin of each field; one that is left out is said by nobody and has no default. */
export interface ClusterProfile {
  readonly calicoVersion: ProfileField<ProfileValues['calicoVersion']>;
  readonly dataplane: ProfileField<ProfileValues['dataplane']>;
  readonly encapsulation: ProfileField<ProfileValues['encapsulation']>;
  readonly bgp: ProfileField<ProfileValues['bgp']>;
  readonly ipFamilies: ProfileField<ProfileValues['ipFamilies']>;
  readonly kubeProxyMode: ProfileField<ProfileValues['kubeProxyMode']>;
  readonly wireguard: ProfileField<ProfileValues['wireguard']>;
  readonly sctp: ProfileField<ProfileValues['sctp']>;
  readonly typha: ProfileField<ProfileValues['typha']>;
  readonly ports: ProfileField<ProfileValues['ports']>;
  readonly mtu?: ProfileField<CalicoMtu>;
}

/** The bare values, for judging. */
export function profileValues(profile: ClusterProfile): ProfileValues {
  return {
    calicoVersion: profile.calicoVersion.value,
    dataplane: profile.dataplane.value,
    encapsulation: profile.encapsulation.value,
    bgp: profile.bgp.value,
    ipFamilies: profile.ipFamilies.value,
    kubeProxyMode: profile.kubeProxyMode.value,
    wireguard: profile.wireguard.value,
    sctp: profile.sctp.value,
    typha: profile.typha.value,
    ports: profile.ports.value,
    ...(profile.mtu !== undefined && { mtu: profile.mtu.value }),
  };
}

/** The origin of each field. */
export type ProfileSources = { readonly [Name in keyof ProfileValues]: ProfileSource };

/** Who said each field of the profile. */
export const sourcesOf = (profile: ClusterProfile): ProfileSources => ({
  calicoVersion: profile.calicoVersion.source,
  dataplane: profile.dataplane.source,
  encapsulation: profile.encapsulation.source,
  bgp: profile.bgp.source,
  ipFamilies: profile.ipFamilies.source,
  kubeProxyMode: profile.kubeProxyMode.source,
  wireguard: profile.wireguard.source,
  sctp: profile.sctp.source,
  typha: profile.typha.source,
  ports: profile.ports.source,
  ...(profile.mtu !== undefined && { mtu: profile.mtu.source }),
});
