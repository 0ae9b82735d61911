import type { ClusterProfile, ProfileField } from './cluster-profile';
import { defaultProfileValues, defaultProfileValuesFor } from './profile-defaults';
import type { ProfileFieldName, ProfileValues } from './profile-values';

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
    ...(declared.mtu !== undefined && { mtu: { value: declared.mtu, source: 'declared', from } as const }),
  };
}
