import type { EvidenceByFlow, FlowKey, ReportedFlows, Ring, Standing } from '@calico-readiness/requirements';
import { coverageAt, flowEvidence, flowKeys, hashOf, reportedFlows, ringOf } from '@calico-readiness/requirements';
import { currentReport } from '../report/fleet';
import type { PeerSources } from './peers-of-fleet';
import { peersOfFleet } from './peers-of-fleet';
import type { KeptFlow } from './reported-tests';
import { flowReport } from './reported-tests';

/** What the flows between all nodes come to. */
export interface FleetFlows {
  readonly reported: ReportedFlows;
  /** How many pairs fail, about, for each flow that was tested. */
  readonly failingPairs: ReadonlyMap<FlowKey, number>;
}

/** What is known of the nodes that count now, by their keys. */
interface Testimonies {
  readonly tests: ReadonlyMap<number, readonly KeptFlow[]>;
  readonly standings: ReadonlyMap<number, Standing>;
}

/**
 * Sums up what agents tested. Undefined where none of the current reports has tests. `now` is in milliseconds since 1970.
 * Pure; takes time by the number of nodes, and of the pairs that fail.
 */
export function fleetFlows(sources: PeerSources, now: number): FleetFlows | undefined {
  const testimonies = testimoniesOf(sources, now);
  if (testimonies.tests.size === 0) return undefined;
  const { peers, tunnels, network } = peersOfFleet(sources, now);
  const ring = ringOf(peers);
  const evidence = evidenceOf(ring, testimonies);
  const { ports } = sources.profile;
  const reported = reportedFlows({ ring, evidence, coverage: coverageAt(ring, now), tunnels, network }, ports.value);
  const failingPairs = new Map<FlowKey, number>();
  for (const [flow, { edges }] of evidence)
    failingPairs.set(flow, Math.round(edges.reduce((sum, { weight }) => sum + weight, 0)));
  return { reported, failingPairs };
}

function testimoniesOf({ nodes, reports }: PeerSources, now: number): Testimonies {
  const tests = new Map<number, readonly KeptFlow[]>();
  const standings = new Map<number, Standing>();
  for (const [name, node] of nodes) {
    const report = currentReport(node, reports.get(name), now);
    if (node.uid === undefined || typeof report === 'string') continue;
    const { flows, agentSince, observedAt } = report;
    const key = hashOf(node.uid);
    if (agentSince !== undefined && observedAt !== undefined)
      standings.set(key, { readySince: node.network?.readySince, agentSince, reportedAt: observedAt });
    if (flows !== undefined) tests.set(key, flows);
  }
  return { tests, standings };
}

/** One flow at a time: where everything fails, the pairs of all of them would take twice the memory of everything else. */
const evidenceOf = (ring: Ring, { tests, standings }: Testimonies): EvidenceByFlow => ({
  *[Symbol.iterator]() {
    for (const flow of flowKeys) {
      const reports = [...tests].flatMap(([source, flows]) => {
        const kept = flows.find((candidate) => candidate.flow === flow);
        return kept === undefined ? [] : [{ source, flows: [flowReport(kept)] }];
      });
      const evidence = flowEvidence(ring, reports, standings).get(flow);
      if (evidence !== undefined) yield [flow, evidence] as const;
    }
  },
});
