import type { Ring } from '../plan/ring';
import { groupings } from '../../model/traffic/flow';
import type { FailedEdge } from './failed-edges';
import type { Fault } from './fault';

/** A fault that may explain some pairs; those are not counted among the others' any more once it is found. */
export interface Candidate {
  readonly fault: Fault;
  /** Sum of the weights of its pairs. */
  readonly weight: number;
  readonly edges: readonly FailedEdge[];
}

/** Between so many are the most likely looked for: more would take long, and say no more. */
const mostCandidates = 60;

/**
 * What the failing pairs may have in common, the one that explains most first; of equals the larger thing: everything,
 * zones, pools, subnets, nodes. Takes time by the number of pairs.
 */
export function candidatesOf(ring: Ring, edges: readonly FailedEdge[]): readonly Candidate[] {
  const found = new Map<string, { fault: Fault; weight: number; edges: FailedEdge[] }>();
  const add = (key: string, fault: () => Fault, edge: FailedEdge): void => {
    let candidate = found.get(key);
    if (candidate === undefined) found.set(key, (candidate = { fault: fault(), weight: 0, edges: [] }));
    candidate.weight += edge.weight;
    candidate.edges.push(edge);
  };
  for (const edge of edges) {
    const [source, target] = [ring.peers[edge.source], ring.peers[edge.target]];
    if (source === undefined || target === undefined) continue;
    add('*', () => ({ kind: 'everywhere' }), edge);
    for (const grouping of groupings) {
      const [from, to] = [source[grouping], target[grouping]];
      if (from !== '' && to !== '')
        add(`${grouping} ${from} ${to}`, () => ({ kind: 'path', grouping, from, to }), edge);
    }
    add(`> ${String(edge.target)}`, () => ({ kind: 'target', node: edge.target }), edge);
    add(`< ${String(edge.source)}`, () => ({ kind: 'source', node: edge.source }), edge);
  }
  return [...found.values()].sort((one, other) => other.weight - one.weight).slice(0, mostCandidates);
}
