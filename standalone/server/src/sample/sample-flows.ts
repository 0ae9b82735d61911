import {
  inEnglish,
  toldCauseSentence,
  type FlowKey,
  type ProfileValues,
  type ReportedFlowCause,
  type ReportedFlowCell,
  type ReportedFlows,
  type ToldCause,
} from '@calico-readiness/requirements';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { zoneNames } from './fleet-plan';

/** What a firewall of the sample's network filters, one way. */
export const filteredPath = { from: 'zone-c', to: 'zone-a' } as const;
/** A node whose own firewall filters what comes in; its firewalld runs. */
export const closedNode = 'worker-0000.sample.example';

/** So many others each node tests lately (requirements/src/flows/plan). */
export const peersPerNode = 20;

const zoneOf = ({ metadata: { labels } }: KubernetesObject): string => labels?.['topology.kubernetes.io/zone'] ?? '';

/** The flows of the sample's profile, as far as its agents would test them; Typha and WireGuard pass everywhere. */
const flowsOf = ({ encapsulation, typha, wireguard }: ProfileValues): readonly FlowKey[] => [
  ...(encapsulation.includes('VXLAN') ? (['vxlan-IPv4'] as const) : []),
  ...(typha ? (['typha-IPv4'] as const) : []),
  ...(wireguard ? (['wireguard-IPv4'] as const) : []),
];

/** Which faults reports still name. */
export interface BrokenFlows {
  readonly path: boolean;
  readonly closed: boolean;
}

/** What the controller would say of these flows: VXLAN is filtered between two zones, and on its way to one node. */
export const sampleFlows = (
  nodes: readonly KubernetesObject[],
  profile: ProfileValues,
  broken: BrokenFlows = { path: true, closed: true },
): ReportedFlows => {
  const groups = zoneNames.filter((zone) => nodes.some((node) => zoneOf(node) === zone));
  const sizes = groups.map((group) => nodes.filter((node) => zoneOf(node) === group).length);
  const closed = nodes.find(({ metadata }) => metadata.name === closedNode);
  const closedZone = closed === undefined ? '' : zoneOf(closed);

  const cellOf = (flow: FlowKey, from: number, to: number): ReportedFlowCell => {
    const [sources = 0, targets = 0] = [sizes[from], sizes[to]];
    const others = from === to ? targets - 1 : targets;
    const tested = Math.round(sources * Math.min(others, (peersPerNode * others) / nodes.length));
    const isFiltered = broken.path && groups[from] === filteredPath.from && groups[to] === filteredPath.to;
    const toClosed =
      broken.closed && groups[to] === closedZone ? Math.round((peersPerNode * sources) / nodes.length) : 0;
    const failing = flow !== 'vxlan-IPv4' ? 0 : isFiltered ? tested : Math.min(toClosed, tested);
    return { flow, from, to, tested, failing };
  };

  const cells = flowsOf(profile).flatMap((flow) =>
    groups.flatMap((_source, from) => groups.map((_target, to) => cellOf(flow, from, to))),
  );
  return { grouping: 'zone', groups, cells: cells.filter(({ tested }) => tested > 0), causes: causesOf() };

  function causesOf(): readonly ReportedFlowCause[] {
    const flows = ['vxlan-IPv4'] as const;
    const [from, to] = [groups.indexOf(filteredPath.from), groups.indexOf(filteredPath.to)];
    const filtered = cells.find((cell) => cell.flow === flows[0] && cell.from === from && cell.to === to)?.failing ?? 0;
    const closedPairs = cells
      .filter((cell) => groups[cell.to] === closedZone && cell.from !== from)
      .reduce((sum, cell) => sum + cell.failing, 0);
    const causes: readonly ToldCause[] = [
      { kind: 'path', flows, pairs: filtered, grouping: 'zone', ...filteredPath },
      { kind: 'target', flows, pairs: closedPairs, to: closedNode },
    ];
    return causes
      .filter(({ pairs }) => pairs > 0)
      .map((cause) => ({ ...cause, message: inEnglish(toldCauseSentence(cause, profile.ports)) }));
  }
};
