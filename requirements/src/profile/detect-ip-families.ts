import type { IpFamily } from '../model/profile-choices';
import { ipFamilies } from '../model/profile-choices';
import { familyOfCidr } from './cidr-family';
import type { Detection } from './detection';
import { detected, undetected } from './detection';
import { readPools } from './ip-pools';
import type { Parse } from './json-value';
import { isMap, ownValue } from './json-value';
import type { OpenObjects } from './open-objects';
import { readField } from './reading';

/** The families of a list of networks `{cidr}`, IPv4 first; undefined if one of them is no network. Empty for an empty list. */
const asFamilies: Parse<readonly IpFamily[]> = (value) => {
  if (!Array.isArray(value)) return undefined;
  const families = value.map((entry: unknown) => familyOfCidr(isMap(entry) ? ownValue(entry, 'cidr') : undefined));
  return families.includes(undefined) ? undefined : ipFamilies.filter((family) => families.includes(family));
};

/**
 * The families of the pods' networks: Network.config clusterNetwork, what is in effect (status) before what is wanted
 * (spec), then that of Network.operator; on a cluster without these the pools' networks.
 */
export function detectIpFamilies({
  networkConfig,
  networkOperator,
  ipPools,
  installation,
}: OpenObjects): Detection<readonly IpFamily[]> {
  const readings = [
    readField(networkConfig, 'status.clusterNetwork', asFamilies),
    readField(networkConfig, 'spec.clusterNetwork', asFamilies),
    readField(networkOperator, 'spec.clusterNetwork', asFamilies),
  ];
  for (const reading of readings) {
    if (reading.status === 'set' && reading.value.length > 0) return detected(reading.value, reading.from);
  }
  const pools = readPools(ipPools, installation);
  const usable = pools.status === 'read' && pools.pools.length > 0 && !pools.malformed;
  if (!usable) return undetected(...readings.map(({ from }) => from), pools.from);
  return detected(
    ipFamilies.filter((family) => pools.pools.some((pool) => pool.family === family)),
    pools.from,
  );
}
