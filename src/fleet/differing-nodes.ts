import type { ClusterProfile, ReadinessPolicySpec } from '@calico-readiness/requirements';
import type { Fleet } from './build-fleet';
import { isCurrent } from './node-row';
import { sameValue } from './what-if/what-if-profile';

type Declared = NonNullable<ReadinessPolicySpec['profile']>;

/** On how many nodes the profile that they are currently evaluated against has another value of a field than is declared. */
export function differingNodes(fleet: Fleet, declared: Declared): number {
  // Nodes of one cluster share their profile.
  const known = new Map<ClusterProfile, boolean>();
  let nodes = 0;
  for (const row of fleet.rows) {
    if (!isCurrent(row) || row.report.profile === undefined) continue;
    const { profile } = row.report;
    const isOther = known.get(profile) ?? differs(profile, declared);
    known.set(profile, isOther);
    if (isOther) nodes += 1;
  }
  return nodes;
}

const differs = ({ ports: used, mtu: size, ...fields }: ClusterProfile, declaredProfile: Declared): boolean => {
  const { ports = {}, mtu = {}, ...declared } = declaredProfile;
  return (
    keysOf(declared).some((name) => isOther(declared[name], fields[name].value)) ||
    keysOf(mtu).some((name) => isOther(mtu[name], size?.value[name])) ||
    keysOf(ports).some((name) => isOther(ports[name], used.value[name]))
  );
};

/** What is not declared is detected, and cannot differ from what is declared. */
const isOther = (declared: unknown, used: unknown): boolean => declared !== undefined && !sameValue(declared, used);

const keysOf = <T extends object>(value: T): readonly (keyof T)[] => Object.keys(value) as (keyof T)[];
