import type { IpFamily } from '../../model/profile-choices';
import type { FlowKey } from '../../model/traffic/flow';
import { flowKeys, flowOf } from '../../model/traffic/flow';
import type { ReportedFlowCell } from '../../model/report/reported-flows';
import { bgpNeed } from '../pairs/bgp-need';
import type { PeerNetwork } from '../pairs/peer-network';
import type { TunnelModes } from '../pairs/tunnel-modes';
import type { Peer } from '../plan/peer';
import type { Ring } from '../plan/ring';
import type { Coverage } from './coverage';
import type { EvidenceByFlow, FlowEvidence } from './failed-edges';
import type { FlowGroups } from './flow-groups';

/** What the cells are made of. */
export interface CellSources {
  readonly ring: Ring;
  readonly evidence: EvidenceByFlow;
  readonly coverage: Coverage;
  /** Between which nodes tunnels are used. */
  readonly tunnels: TunnelModes;
  /** Who speaks BGP with whom. */
  readonly network: PeerNetwork;
}

/**
 * How much was tested between two groups, and how much of it fails, for each flow. Agents say how many peers they tested
 * and not which, so that these are shared out among the peers that the plan had them visit and that need the flow: about
 * a hundred a node. What was blocked without proof is Unknown and in neither number; a cell in which nothing was tested is
 * left out. Takes time by the number of tested pairs.
 */
export function flowCells(sources: CellSources, { grouping, names }: FlowGroups): readonly ReportedFlowCell[] {
  const { ring, evidence } = sources;
  const numbers = new Map(names.map((name, number) => [name, number]));
  const groupOf = Int8Array.from(ring.peers, (peer) => numbers.get(peer[grouping]) ?? -1);
  const cells: ReportedFlowCell[] = [];
  const shares = new Map<string, Float64Array>();
  for (const [flow, ofFlow] of evidence) {
    const kind = kindOf(flow, sources.tunnels);
    const share = shares.get(kind) ?? sharesOf(sources, flow, groupOf, names.length);
    shares.set(kind, share);
    const { tested, failing } = countsOf(ofFlow, ring, groupOf, share, names.length);
    for (const [index, failed] of failing.entries()) {
      const all = Math.max(tested[index] ?? 0, failed);
      // What is left of parts that were shared out is no test.
      if (all < 0.01) continue;
      const [from, to] = [Math.floor(index / names.length), index % names.length];
      const atLeastOne = (sum: number): number => Math.max(1, Math.round(sum));
      cells.push({ flow, from, to, tested: atLeastOne(all), failing: failed > 0 ? atLeastOne(failed) : 0 });
    }
  }
  return cells.sort((one, other) => flowKeys.indexOf(one.flow) - flowKeys.indexOf(other.flow));
}

/** Flows of one kind are needed by the same pairs. */
function kindOf(flow: FlowKey, tunnels: TunnelModes): string {
  const { protocol, family } = flowOf(flow);
  const mode = protocol === 'ipip' ? tunnels.ipip : protocol === 'vxlan' ? tunnels.vxlan[family] : protocol;
  return `${family} ${mode}`;
}

/** What part of the peers that each node tested, and that need the flow, were of each group. */
function sharesOf(sources: CellSources, flow: FlowKey, groupOf: Int8Array, groups: number) {
  const { ring, coverage } = sources;
  const needs = needOf(flow, sources);
  const shares = new Float64Array(ring.peers.length * groups);
  for (const [place, source] of ring.peers.entries()) {
    let all = 0;
    const needed = coverage.targetsOf(place).filter((target) => {
      const peer = ring.peers[target];
      return peer !== undefined && peer.answers && needs(source, peer);
    });
    for (const target of needed) {
      all += 1;
      const index = place * groups + (groupOf[target] ?? -1);
      if ((groupOf[target] ?? -1) >= 0) shares[index] = (shares[index] ?? 0) + 1;
    }
    for (let group = 0; group < groups && all > 0; group += 1)
      shares[place * groups + group] = (shares[place * groups + group] ?? 0) / all;
  }
  return shares;
}

/** Whether a pair needs a flow, as far as the list of peers tells; it need not be exact. */
function needOf(flow: FlowKey, { tunnels, network }: CellSources): (source: Peer, target: Peer) => boolean {
  const { protocol, family } = flowOf(flow);
  const both = (source: Peer, target: Peer): boolean => has(source, family) && has(target, family);
  if (protocol === 'bgp')
    return (source, target) => both(source, target) && bgpNeed(network, source, target, family) === 'needed';
  if (protocol === 'typha') return (source, target) => both(source, target) && target.mayRunTypha;
  if (!kindOf(flow, tunnels).endsWith('cross-subnet')) return both;
  return (source, target) => both(source, target) && source.subnet !== target.subnet;
}

const has = ({ addresses }: Peer, family: IpFamily): boolean => addresses[family] !== undefined;

/** By the numbers of both groups. */
function countsOf({ edges, reports }: FlowEvidence, ring: Ring, groupOf: Int8Array, share: Float64Array, size: number) {
  const [tested, failing] = [new Float64Array(size * size), new Float64Array(size * size)];
  const cellOf = (source: number, target: number | undefined): number => {
    const [from, to] = [groupOf[source] ?? -1, target === undefined ? -1 : (groupOf[target] ?? -1)];
    return from < 0 || to < 0 ? -1 : from * size + to;
  };
  const add = (sums: Float64Array, cell: number, weight: number): void => {
    if (cell >= 0) sums[cell] = (sums[cell] ?? 0) + weight;
  };
  for (const [place, report] of reports) {
    const named = report.failing.length;
    const open = report.tested - (named === 0 ? report.blocked : 0);
    const from = groupOf[place] ?? -1;
    for (let to = 0; to < size && from >= 0; to += 1)
      add(tested, from * size + to, open * (share[place * size + to] ?? 0));
    const weight = report.blocked / Math.max(1, named);
    for (const { target } of report.failing) add(tested, cellOf(place, ring.places.get(target)), -weight);
  }
  for (const { source, target, weight } of edges) {
    add(failing, cellOf(source, target), weight);
    add(tested, cellOf(source, target), weight);
  }
  return { tested, failing };
}
