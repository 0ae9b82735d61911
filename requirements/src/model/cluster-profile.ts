/** Calico releases that the catalogue knows; the first is the requirements document's and the default. */
export const calicoVersions = ['v3.25', 'v3.26', 'v3.27', 'v3.28', 'v3.29', 'v3.30', 'v3.31', 'v3.32'] as const;
export type CalicoVersion = (typeof calicoVersions)[number];

export const dataplanes = ['Iptables', 'Nftables', 'BPF'] as const;
export type Dataplane = (typeof dataplanes)[number];

export const encapsulations = ['IPIP', 'VXLAN'] as const;
export type Encapsulation = (typeof encapsulations)[number];

export const ipFamilies = ['IPv4', 'IPv6'] as const;
export type IpFamily = (typeof ipFamilies)[number];

export const kubeProxyModes = ['iptables', 'ipvs', 'nftables', 'none'] as const;
export type KubeProxyMode = (typeof kubeProxyModes)[number];

/** A TCP or UDP port. @minimum 1 @maximum 65535 */
export type PortNumber = number;

/** TCP and UDP port numbers that Calico and the cluster use. */
export interface CalicoPorts {
  readonly bgp: PortNumber;
  readonly vxlan: PortNumber;
  readonly typha: PortNumber;
  readonly wireguard: PortNumber;
  readonly wireguardV6: PortNumber;
  readonly kubeApiserver: PortNumber;
}

/** The Calico configuration that decides which requirements apply. */
export interface ProfileValues {
  readonly calicoVersion: CalicoVersion;
  readonly dataplane: Dataplane;
  /** Empty for none. */
  readonly encapsulation: readonly Encapsulation[];
  readonly bgp: boolean;
  readonly ipFamilies: readonly IpFamily[];
  readonly kubeProxyMode: KubeProxyMode;
  readonly wireguard: boolean;
  readonly sctp: boolean;
  readonly typha: boolean;
  readonly ports: CalicoPorts;
}

export type ProfileFieldName = keyof ProfileValues;

/** Who said so: a person, an object of the cluster, or nobody (then the default of that Calico version holds). */
export const profileSources = ['declared', 'detected', 'defaulted'] as const;
export type ProfileSource = (typeof profileSources)[number];

/** One field of the profile with its origin; `from` names the option, file or object, e.g. `IPPool default-ipv4-ippool`. */
export interface ProfileField<T> {
  readonly value: T;
  readonly source: ProfileSource;
  readonly from?: string;
}

/** The profile with the origin of each field. */
export type ClusterProfile = { readonly [Name in ProfileFieldName]: ProfileField<ProfileValues[Name]> };

/** What Calico v3.25 does on OpenShift when nobody says otherwise (Installation API of tigera/operator v1.29, requirements document). */
export const defaultProfileValues: ProfileValues = {
  calicoVersion: 'v3.25',
  dataplane: 'Iptables',
  encapsulation: ['IPIP'],
  bgp: true,
  ipFamilies: ['IPv4'],
  kubeProxyMode: 'iptables',
  wireguard: false,
  sctp: false,
  typha: true,
  ports: { bgp: 179, vxlan: 4789, typha: 5473, wireguard: 51820, wireguardV6: 51821, kubeApiserver: 6443 },
};

/**
 * Releases whose manifests for OpenShift choose the eBPF data plane and leave kube-proxy out
 * (projectcalico/calico manifests/ocp/03-cr-installation.yaml and cluster-network-operator.yaml, first in v3.30.0).
 */
const ebpfByDefault: readonly CalicoVersion[] = ['v3.30', 'v3.31', 'v3.32'];

/**
 * What a Calico release does on OpenShift when nobody says otherwise. Those manifests want kube-proxy back for
 * every other data plane, so its default follows the data plane: `dataplane` is the declared one, if any.
 */
export function defaultProfileValuesFor(version: CalicoVersion, dataplane?: Dataplane): ProfileValues {
  if (!ebpfByDefault.includes(version)) return { ...defaultProfileValues, calicoVersion: version };
  return {
    ...defaultProfileValues,
    calicoVersion: version,
    dataplane: 'BPF',
    kubeProxyMode: (dataplane ?? 'BPF') === 'BPF' ? 'none' : defaultProfileValues.kubeProxyMode,
  };
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
  };
}

/** A complete profile from what was declared (`from` says where); the rest is the default of that Calico release. */
export function declareProfile(declared: Partial<ProfileValues>, from: string): ClusterProfile {
  const defaults = defaultProfileValuesFor(
    declared.calicoVersion ?? defaultProfileValues.calicoVersion,
    declared.dataplane,
  );
  const field = <Name extends ProfileFieldName>(name: Name): ProfileField<ProfileValues[Name]> => {
    const value = declared[name];
    return value === undefined
      ? { value: defaults[name], source: 'defaulted', from: `default of Calico ${defaults.calicoVersion}` }
      : { value: value as ProfileValues[Name], source: 'declared', from };
  };
  return {
    calicoVersion: field('calicoVersion'),
    dataplane: field('dataplane'),
    encapsulation: field('encapsulation'),
    bgp: field('bgp'),
    ipFamilies: field('ipFamilies'),
    kubeProxyMode: field('kubeProxyMode'),
    wireguard: field('wireguard'),
    sctp: field('sctp'),
    typha: field('typha'),
    ports: field('ports'),
  };
}
