import type { ClusterProfile, ProfileFieldName } from '@calico-readiness/requirements';
import type { Fleet } from './build-fleet';
import { isCurrent } from './node-row';

export interface FleetProfile {
  /** What most nodes were judged against. */
  readonly profile: ClusterProfile;
  /** How many nodes were judged against another value of a field. */
  readonly deviating: Readonly<Record<ProfileFieldName, number>>;
}

/** The profile that the current reports were judged against, or undefined while none says so. */
export function fleetProfile(fleet: Fleet): FleetProfile | undefined {
  const nodesByProfile = new Map<string, { profile: ClusterProfile; nodes: number }>();
  for (const row of fleet.rows) {
    if (!isCurrent(row) || row.report.profile === undefined) continue;
    const key = serialize(row.report.profile);
    const entry = nodesByProfile.get(key) ?? { profile: row.report.profile, nodes: 0 };
    nodesByProfile.set(key, entry);
    entry.nodes += 1;
  }
  const variants = [...nodesByProfile.values()].sort((one, other) => other.nodes - one.nodes);
  const [most] = variants;
  if (most === undefined) return undefined;
  const names = Object.keys({ ...most.profile, mtu: 0 }) as ProfileFieldName[];
  const deviating = names.map((name) => {
    const value = JSON.stringify(most.profile[name]?.value);
    const others = variants.filter(({ profile }) => JSON.stringify(profile[name]?.value) !== value);
    return [name, others.reduce((sum, { nodes }) => sum + nodes, 0)] as const;
  });
  return { profile: most.profile, deviating: Object.fromEntries(deviating) as Record<ProfileFieldName, number> };
}

const serialized = new WeakMap<ClusterProfile, string>();

function serialize(profile: ClusterProfile): string {
  const known = serialized.get(profile) ?? JSON.stringify(profile);
  serialized.set(profile, known);
  return known;
}
