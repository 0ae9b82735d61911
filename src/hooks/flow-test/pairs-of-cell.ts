import { isNodeName } from '@calico-readiness/requirements';
import type { FlowKey, Grouping } from '@calico-readiness/requirements';
import type { NodeRow } from '../../fleet/node-row';
import { isCurrent } from '../../fleet/node-row';
import type { ReadReport } from '../../k8s/read-node-report';
import { mostPairs } from './pair-test';
import type { Pair } from './pair-test';

/** One flow from one group of nodes to another. */
export interface FlowWay {
  readonly flow: FlowKey;
  readonly grouping: Grouping;
  readonly from: string;
  readonly to: string;
}

/** Reports that are read for one cell. */
const mostSources = 10;

/** The group of a node as the controller has it; undefined where rows do not tell. */
function groupOf({ labels, pool }: NodeRow, grouping: Grouping): string | undefined {
  switch (grouping) {
    case 'zone':
      return labels['topology.kubernetes.io/zone'] ?? '';
    case 'pool':
      return pool?.name ?? '';
    case 'subnet':
      return undefined;
    default:
      return grouping satisfies never;
  }
}

/** Nodes of the first group on which the requirement of the flow fails, at most ten: their reports name pairs. */
export const sourcesOf = (
  rows: readonly NodeRow[],
  { grouping, from }: FlowWay,
  requirement: string,
): readonly string[] =>
  rows
    .filter(isCurrent)
    .filter((row) => groupOf(row, grouping) === from && row.report.findings.get(requirement)?.verdict === 'Fail')
    .slice(0, mostSources)
    .map(({ name }) => name);

/** Failing pairs of these reports into the second group: of each node one after the other, until there are enough. */
export function pairsOf(
  rows: readonly NodeRow[],
  reports: ReadonlyMap<string, ReadReport>,
  { flow, grouping, to }: FlowWay,
): readonly Pair[] {
  const targets = new Set(rows.filter((row) => groupOf(row, grouping) === to).map(({ name }) => name));
  const bySource = [...reports.values()].map(({ name, facts }) => ({
    from: name,
    peers: (facts.flowTests?.flows.find((test) => test.flow === flow)?.failing ?? [])
      .map(({ peer }) => peer)
      .filter((peer) => targets.has(peer) && isNodeName(peer)),
  }));
  const longest = Math.max(0, ...bySource.map(({ peers }) => peers.length));
  return Array.from({ length: longest }, (_, index) =>
    bySource.flatMap(({ from, peers }) => (peers[index] === undefined ? [] : [{ from, to: peers[index] }])),
  )
    .flat()
    .slice(0, mostPairs);
}
