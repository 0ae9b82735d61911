import type { ClusterProfile, ProfileField } from '../model/cluster-profile';
import type { Encapsulation } from '../model/profile-choices';
import type { CalicoPorts, ProfileFieldName, ProfileValues } from '../model/profile-values';
import { defaultProfileValuesFor } from '../model/profile-defaults';
import { defaultedFromOther } from './defaulted-from';
import { vxlanForEbpf } from './detect-encapsulation';
import { joined } from './detection';

/**
 * Declared over detected over defaulted, field by field. What nobody says is the default of the effective Calico
 * version: the declared one, else the detected one.
 *
 * `declaredPorts` are the ports that a person really wrote down; those left out are as detected. Without it all ports of
 * a declared `ports` count as written.
 *
 * Give the declared version and data plane to `detectProfile` as well: a VXLAN that only a detected eBPF brought cannot
 * be told apart here.
 */
export function mergeProfiles(
  declared: ClusterProfile,
  detected: ClusterProfile,
  declaredPorts?: Partial<CalicoPorts>,
): ClusterProfile {
  const calicoVersion = prevailing(declared.calicoVersion, detected.calicoVersion);
  const chosen = prevailing(declared.dataplane, detected.dataplane);
  const defaults = defaultProfileValuesFor(
    calicoVersion.value,
    chosen.source === 'defaulted' ? undefined : chosen.value,
  );
  const mtu = declared.mtu ?? detected.mtu;
  const field = <Name extends ProfileFieldName>(name: Name): ProfileField<ProfileValues[Name]> => {
    // Which field has which type is lost where one is picked by its name.
    const [mine, theirs] = [declared[name], detected[name]] as ProfileField<ProfileValues[Name]>[];
    return byDefault(mine?.source === 'declared' ? mine : theirs, defaults[name]);
  };
  const byDefault = <T>(prevails: ProfileField<T> | undefined, value: T): ProfileField<T> =>
    prevails !== undefined && prevails.source !== 'defaulted'
      ? prevails
      : { value, source: 'defaulted', from: defaultedFromOther(prevails?.from, calicoVersion.value) };

  const dataplane = field('dataplane');
  return {
    calicoVersion: field('calicoVersion'),
    dataplane,
    encapsulation: mergeEncapsulation(
      declared.encapsulation,
      byDefault(detected.encapsulation, detected.encapsulation.value),
      dataplane.value === 'BPF',
    ),
    bgp: field('bgp'),
    ipFamilies: field('ipFamilies'),
    kubeProxyMode: field('kubeProxyMode'),
    wireguard: field('wireguard'),
    sctp: field('sctp'),
    typha: field('typha'),
    ports: mergePorts(declared.ports, byDefault(detected.ports, defaults.ports), declaredPorts),
    ...(mtu !== undefined && { mtu }),
  };
}

const prevailing = <T>(declared: ProfileField<T>, detected: ProfileField<T>): ProfileField<T> =>
  declared.source === 'declared' ? declared : detected;

/** A defaulted encapsulation may be half detected, so its value stays; eBPF, also a declared one, brings VXLAN. */
function mergeEncapsulation(
  declared: ProfileField<readonly Encapsulation[]>,
  detected: ProfileField<readonly Encapsulation[]>,
  ebpf: boolean,
): ProfileField<readonly Encapsulation[]> {
  if (declared.source === 'declared') return declared;
  if (!ebpf || detected.value.includes('VXLAN')) return detected;
  return { ...detected, value: [...detected.value, 'VXLAN'], from: joined([detected.from ?? '', vxlanForEbpf]) };
}

function mergePorts(
  declared: ProfileField<CalicoPorts>,
  detected: ProfileField<CalicoPorts>,
  written: Partial<CalicoPorts> = declared.value,
): ProfileField<CalicoPorts> {
  const names = Object.keys(written);
  if (declared.source !== 'declared' || names.length === 0) return detected;
  if (Object.keys(detected.value).every((name) => names.includes(name)))
    return { ...declared, value: { ...detected.value, ...written } };
  return {
    value: { ...detected.value, ...written },
    source: 'declared',
    from: joined([
      `${declared.from ?? 'declared'} (${names.join(', ')})`,
      `other ports: ${detected.from ?? detected.source}`,
    ]),
  };
}
