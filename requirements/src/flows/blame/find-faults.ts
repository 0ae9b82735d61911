import type { Ring } from '../plan/ring';
import { candidatesOf } from './candidates';
import type { Coverage } from './coverage';
import type { FailedEdge, FlowEvidence } from './failed-edges';
import type { FoundFault } from './fault';
import { isExplained } from './is-explained';

/** More faults of one flow are not named one by one. */
const mostFaults = 20;

/**
 * The fewest faults that explain the failing pairs of one flow: the one that explains most is taken, with all its pairs,
 * until nothing is left that several pairs have in common; what remains are the pairs themselves.
 */
export function findFaults(ring: Ring, evidence: FlowEvidence, coverage: Coverage): readonly FoundFault[] {
  const faults: FoundFault[] = [];
  let left: readonly FailedEdge[] = evidence.edges;
  while (left.length > 0 && faults.length < mostFaults) {
    const testimony = { ...evidence, ring, coverage };
    const found = candidatesOf(ring, left).find((candidate) => isExplained(candidate, testimony));
    if (found === undefined) break;
    const explained = new Set(found.edges);
    left = left.filter((edge) => !explained.has(edge));
    faults.push({ fault: found.fault, pairs: Math.round(found.weight) });
  }
  return [...faults, ...withoutProof(left)].slice(0, mostFaults);
}

/** So many pairs with one node in common are told as that node's, also where others pass. */
const togetherFrom = 3;

/** What no fault explains: nodes that several of the pairs have in common, the target first, and the pairs themselves. */
function withoutProof(edges: readonly FailedEdge[]): readonly FoundFault[] {
  const faults: FoundFault[] = [];
  let left = edges;
  for (const side of ['target', 'source'] as const) {
    const counts = new Map<number, number>();
    for (const edge of left) counts.set(edge[side], (counts.get(edge[side]) ?? 0) + 1);
    const shared = [...counts].filter(([, pairs]) => pairs >= togetherFrom).sort(([, one], [, other]) => other - one);
    faults.push(...shared.map(([node, pairs]): FoundFault => ({ fault: { kind: side, node }, pairs })));
    left = left.filter((edge) => (counts.get(edge[side]) ?? 0) < togetherFrom);
  }
  return [
    ...faults,
    ...left.map(({ source, target }): FoundFault => ({ fault: { kind: 'pair', source, target }, pairs: 1 })),
  ];
}
