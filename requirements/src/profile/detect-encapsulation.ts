import type { Dataplane, Encapsulation, IpFamily } from '../model/profile-choices';
import type { Detection } from './detection';
import { detected, undetected } from './detection';
import type { PoolReading } from './ip-pools';
import { poolNames, readPools } from './ip-pools';
import { asBoolean } from './json-value';
import type { OpenObjects } from './open-objects';
import type { Reading } from './reading';
import { isUnusable } from './reading';

/** Whether each encapsulation is used; they are found out apart, and one may stay open. */
export type EncapsulationDetection = { readonly [Name in Encapsulation]: Detection<boolean> };

/** Why VXLAN is among the encapsulations of every node with eBPF. */
export const vxlanForEbpf = 'eBPF always needs VXLAN';

/**
 * Felix's ipipEnabled and vxlanEnabled decide where they are set; else any pool with that mode does, also a disabled
 * one. vxlanEnabled counts for IPv4 only: a VXLAN pool of IPv6 is used whatever it says (projectcalico/calico
 * felix/calc/encapsulation_resolver.go). eBPF forwards node ports between nodes in VXLAN and needs it without any pool
 * and whatever vxlanEnabled says (Calico documentation, eBPF data plane).
 */
export function detectEncapsulation(
  { ipPools, installation, felix }: OpenObjects,
  dataplane: Dataplane,
): EncapsulationDetection {
  const pools = readPools(ipPools, installation);
  const vxlanOfIpv6 = ofPools(pools, 'VXLAN', 'IPv6');
  const forced = dataplane === 'BPF' ? detected(true, vxlanForEbpf) : vxlanOfIpv6;
  return {
    IPIP: overridden(felix.read('ipipEnabled', asBoolean), ofPools(pools, 'IPIP')),
    VXLAN:
      forced.detected && forced.value
        ? forced
        : overridden(felix.read('vxlanEnabled', asBoolean), ofPools(pools, 'VXLAN')),
  };
}

/** An override that could not be seen is most likely not there: the pools are the better evidence, and `from` names both. */
function overridden(override: Reading<boolean>, pools: Detection<boolean>): Detection<boolean> {
  if (override.status === 'set') return detected(override.value, override.from);
  return isUnusable(override) ? { ...pools, from: `${pools.from}; ${override.from}` } : pools;
}

function ofPools(reading: PoolReading, encapsulation: Encapsulation, family?: IpFamily): Detection<boolean> {
  if (reading.status !== 'read') return undetected(reading.from);
  const using = reading.pools.filter(
    (pool) => pool.encapsulation.includes(encapsulation) && (family === undefined || pool.family === family),
  );
  if (using.length > 0) return detected(true, poolNames(using));
  return reading.malformed ? undetected(`${reading.from}; a pool is malformed`) : detected(false, reading.from);
}
