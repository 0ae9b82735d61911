import {
  calicoVersions,
  dataplanes,
  defaultProfileValues,
  encapsulations,
  ipFamilies,
  kubeProxyModes,
  mtuNames,
  mtuRange,
  profileSources,
} from '@calico-readiness/requirements';
import type { CalicoMtu, CalicoPorts, ClusterProfile, ProfileField } from '@calico-readiness/requirements';
import { asBoolean, asNumberBetween, asOneOf, asRecord, asText, withoutGaps } from './untyped';

/** The profile of a report, or undefined unless every field of it is one that this catalogue can judge by. */
export function readClusterProfile(value: unknown): ClusterProfile | undefined {
  const profile = asRecord(value);
  const fields = {
    calicoVersion: readField(profile['calicoVersion'], (version) => asOneOf(calicoVersions, version)),
    dataplane: readField(profile['dataplane'], (dataplane) => asOneOf(dataplanes, dataplane)),
    encapsulation: readField(profile['encapsulation'], (list) => listOf(encapsulations, list)),
    bgp: readField(profile['bgp'], asBoolean),
    ipFamilies: readField(profile['ipFamilies'], (list) => listOf(ipFamilies, list)),
    kubeProxyMode: readField(profile['kubeProxyMode'], (mode) => asOneOf(kubeProxyModes, mode)),
    wireguard: readField(profile['wireguard'], asBoolean),
    sctp: readField(profile['sctp'], asBoolean),
    typha: readField(profile['typha'], asBoolean),
    ports: readField(profile['ports'], readPorts),
  };
  if (Object.values(fields).includes(undefined)) return undefined;
  // Agents of earlier versions say nothing of it.
  const mtu = profile['mtu'] === undefined ? undefined : readField(profile['mtu'], readMtu);
  return withoutGaps({ ...(fields as ClusterProfile), mtu });
}

function readField<T>(field: unknown, read: (value: unknown) => T | undefined): ProfileField<T> | undefined {
  const { value, source, from } = asRecord(field);
  const readValue = read(value);
  const readSource = asOneOf(profileSources, source);
  if (readValue === undefined || readSource === undefined) return undefined;
  return withoutGaps({ value: readValue, source: readSource, from: asText(from) });
}

function listOf<T extends string>(choices: readonly T[], value: unknown): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.map((item) => asOneOf(choices, item));
  return items.includes(undefined) ? undefined : (items as T[]);
}

function readPorts(value: unknown): CalicoPorts | undefined {
  const ports = asRecord(value);
  const names = Object.keys(defaultProfileValues.ports) as (keyof CalicoPorts)[];
  const numbers = names.map((name) => [name, asNumberBetween(1, 65_535, ports[name])] as const);
  if (numbers.some(([, port]) => port === undefined)) return undefined;
  const felixHealth = asNumberBetween(1, 65_535, ports['felixHealth']);
  return withoutGaps({ ...(Object.fromEntries(numbers) as unknown as CalicoPorts), felixHealth });
}

function readMtu(value: unknown): CalicoMtu | undefined {
  const mtu = asRecord(value);
  const sizes = mtuNames.map((name) => [name, asNumberBetween(mtuRange.least, mtuRange.most, mtu[name])] as const);
  return withoutGaps({ ...Object.fromEntries(sizes), interfacePattern: asText(mtu['interfacePattern']) });
}
