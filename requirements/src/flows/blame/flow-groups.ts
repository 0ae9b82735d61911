import type { Grouping } from '../../model/traffic/flow';
import { groupings } from '../../model/traffic/flow';
import { reportedFlowLimits } from '../../model/report/reported-flows';
import type { Ring } from '../plan/ring';
import type { EvidenceByFlow } from './failed-edges';

/** The groups of nodes between which flows are counted. */
export interface FlowGroups {
  readonly grouping: Grouping;
  /** By name; the empty text, of nodes without a group, comes last. */
  readonly names: readonly string[];
}

/** Zones where there are several, else pools, else subnets; a cluster with none of them is one group. */
const groupingOf = (ring: Ring): Grouping => groupings.find((grouping) => ring.groups[grouping].size > 1) ?? 'zone';

/**
 * The groups that a table has room for: those with most failing pairs, then the largest. With many flows there is room for
 * fewer, since each flow has a cell for every two groups. Nodes of other groups are not counted.
 */
export function flowGroups(ring: Ring, evidence: EvidenceByFlow): FlowGroups {
  const grouping = groupingOf(ring);
  const nameOf = (place: number): string => ring.peers[place]?.[grouping] ?? '';
  const nodes = new Map<string, number>();
  for (const peer of ring.peers) nodes.set(peer[grouping], (nodes.get(peer[grouping]) ?? 0) + 1);
  const failing = new Map<string, number>();
  let flows = 0;
  for (const [, { edges }] of evidence) {
    flows += 1;
    for (const { source, target, weight } of edges)
      for (const name of [nameOf(source), nameOf(target)]) failing.set(name, (failing.get(name) ?? 0) + weight);
  }
  const { groups, cells } = reportedFlowLimits;
  const most = Math.min(groups, Math.floor(Math.sqrt(cells / Math.max(1, flows))));
  const by = (counts: ReadonlyMap<string, number>, name: string): number => counts.get(name) ?? 0;
  const names = [...nodes.keys()]
    .sort(
      (one, other) =>
        by(failing, other) - by(failing, one) || by(nodes, other) - by(nodes, one) || (one < other ? -1 : 1),
    )
    .slice(0, most)
    .sort((one, other) => Number(one === '') - Number(other === '') || (one < other ? -1 : 1));
  return { grouping, names };
}
