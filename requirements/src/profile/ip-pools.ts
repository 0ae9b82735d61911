import type { Encapsulation, IpFamily } from '../model/profile-choices';
import { familyOfCidr } from './cidr-family';
import type { JsonMap, Parse } from './json-value';
import { asList, isMap, oneOf, ownValue } from './json-value';
import type { ListReading } from './open-object';
import type { ObjectReading } from './reading';
import { readField, valueOf } from './reading';

/** What counts of a pool of pod addresses. A disabled pool is one of them: Felix does not look at `disabled` here. */
export interface IpPool {
  /** For a person, e.g. `IPPool default-ipv4-ippool`. */
  readonly label: string;
  readonly family: IpFamily;
  readonly encapsulation: readonly Encapsulation[];
  /** Whether it is used between nodes of different subnets only (CrossSubnet). */
  readonly onlyAcrossSubnets: boolean;
}

/** Every pool, and whether some could not be understood; or why there are none to look at. */
export type PoolReading =
  | { readonly status: 'read'; readonly pools: readonly IpPool[]; readonly malformed: boolean; readonly from: string }
  | { readonly status: 'unset' | 'absent' | 'unusable'; readonly from: string };

/**
 * The IPPools, which Felix goes by; while there are none yet, the pools that the operator will make from the
 * Installation's (spec.calicoNetwork.ipPools).
 */
export function readPools(ipPools: ListReading, installation: ObjectReading): PoolReading {
  const existing = existingPools(ipPools);
  if (existing.status === 'read' && (existing.pools.length > 0 || existing.malformed)) return existing;
  const planned = plannedPools(installation);
  if (planned.status !== 'read') return { status: planned.status, from: `${existing.from}; ${planned.from}` };
  // An empty list tells the operator to make none, because somebody else will; which, nobody knows yet.
  if (planned.pools.length === 0 && !planned.malformed)
    return { status: 'unset', from: `${existing.from}; ${planned.from} is empty` };
  return { ...planned, from: existing.status === 'read' ? planned.from : `${planned.from}; ${existing.from}` };
}

/** A mode other than Never counts, CrossSubnet too; left out is Never (Calico documentation, IPPool). */
const asMode: Parse<'Always' | 'CrossSubnet' | 'Never' | ''> = (value) =>
  oneOf(['Always', 'CrossSubnet', 'Never', ''])(value ?? '');

function existingPools(list: ListReading): PoolReading {
  if (list.status !== 'read') return list;
  const pools = list.items.flatMap(({ name, object }) => {
    const spec = ownValue(object, 'spec');
    const family = isMap(spec) ? familyOfCidr(ownValue(spec, 'cidr')) : undefined;
    if (!isMap(spec) || family === undefined) return [];
    const [ipip, vxlan] = [asMode(ownValue(spec, 'ipipMode')), asMode(ownValue(spec, 'vxlanMode'))];
    if (ipip === undefined || vxlan === undefined) return [];
    const encapsulation = [...uses('IPIP', ipip), ...uses('VXLAN', vxlan)];
    return [{ label: `IPPool ${name}`, family, encapsulation, onlyAcrossSubnets: ![ipip, vxlan].includes('Always') }];
  });
  const from = pools.length === 0 ? 'there is no IPPool' : poolNames(pools);
  return { status: 'read', pools, malformed: list.malformed || pools.length < list.items.length, from };
}

const uses = (encapsulation: Encapsulation, mode: string): readonly Encapsulation[] =>
  mode === 'Always' || mode === 'CrossSubnet' ? [encapsulation] : [];

const plannedEncapsulation: Readonly<Record<string, readonly Encapsulation[]>> = {
  IPIP: ['IPIP'],
  IPIPCrossSubnet: ['IPIP'],
  VXLAN: ['VXLAN'],
  VXLANCrossSubnet: ['VXLAN'],
  None: [],
};

function plannedPools(installation: ObjectReading): PoolReading {
  const list = readField(installation, 'spec.calicoNetwork.ipPools', asList);
  if (list.status !== 'set') return list;
  const calicoPlugin = (valueOf(readField(installation, 'spec.cni.type', (value) => value)) ?? 'Calico') === 'Calico';
  const pools = list.value.flatMap((item) => plannedPool(item, calicoPlugin, list.from));
  return { status: 'read', pools, malformed: pools.length < list.value.length, from: list.from };
}

/** Left out, the encapsulation is IPIP for IPv4 with Calico's own CNI plugin, else None (tigera/operator pkg/controller/ippool/defaults.go). */
function plannedPool(item: unknown, calicoPlugin: boolean, label: string): readonly IpPool[] {
  const pool: JsonMap = isMap(item) ? item : {};
  const family = familyOfCidr(ownValue(pool, 'cidr'));
  if (family === undefined) return [];
  const word = ownValue(pool, 'encapsulation') ?? (calicoPlugin && family === 'IPv4' ? 'IPIP' : 'None');
  const encapsulation =
    typeof word === 'string' && Object.hasOwn(plannedEncapsulation, word) ? plannedEncapsulation[word] : undefined;
  const onlyAcrossSubnets = typeof word === 'string' && word.endsWith('CrossSubnet');
  return encapsulation === undefined ? [] : [{ label, family, encapsulation, onlyAcrossSubnets }];
}

/** The names of at most three pools. */
export function poolNames(pools: readonly IpPool[]): string {
  const labels = [...new Set(pools.map(({ label }) => label))];
  const more = labels.length > 3 ? ` and ${String(labels.length - 3)} more` : '';
  return `${labels.slice(0, 3).join(', ')}${more}`;
}
