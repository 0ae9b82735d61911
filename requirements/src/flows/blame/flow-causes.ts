import type { FlowKey } from '../../model/traffic/flow';
import { flowOf, inSmallPackets } from '../../model/traffic/flow';
import type { Ring } from '../plan/ring';
import type { PeerNetwork } from '../pairs/peer-network';
import { unknownPeerNetwork } from '../pairs/peer-network';
import type { Coverage } from './coverage';
import { coverageAt } from './coverage';
import { coverageOfFlow } from './coverage-of-flow';
import type { EvidenceByFlow, SourceReport, Standing } from './failed-edges';
import { flowEvidence } from './failed-edges';
import type { Fault } from './fault';
import { findFaults } from './find-faults';
import { isolatedGroups } from './isolated-groups';

/** One fault, with all flows that it blocks, in their order. */
export interface FlowCause {
  readonly fault: Fault;
  readonly flows: readonly FlowKey[];
  /** Of the flow with most. */
  readonly pairs: number;
  /** Whether the way back is blocked too. */
  readonly bothWays: boolean;
  /** Whether small packets of these flows get through. */
  readonly onlyLarge: boolean;
}

/** Why flows fail, one cause for each fault, that with most pairs first. */
export function flowCauses(
  ring: Ring,
  reports: readonly SourceReport[],
  standings: ReadonlyMap<number, Standing>,
  now: number,
  network: PeerNetwork = unknownPeerNetwork,
): readonly FlowCause[] {
  return causesOfEvidence(ring, flowEvidence(ring, reports, standings), coverageAt(ring, now), network);
}

/** The same of evidence that was gathered already. Of BGP only the pairs count that speak it, as `network` says. */
export function causesOfEvidence(
  ring: Ring,
  evidence: EvidenceByFlow,
  coverage: Coverage,
  network: PeerNetwork,
): readonly FlowCause[] {
  const byFault = new Map<string, { fault: Fault; flows: FlowKey[]; pairs: number }>();
  for (const [flow, ofFlow] of evidence) {
    for (const { fault, pairs } of isolatedGroups(
      ring,
      findFaults(ring, ofFlow, coverageOfFlow(flow, ring, coverage, network)),
    )) {
      const key = keyOf(fault);
      const known = byFault.get(key) ?? { fault, flows: [], pairs: 0 };
      byFault.set(key, { ...known, flows: [...known.flows, flow], pairs: Math.max(known.pairs, pairs) });
    }
  }
  const causes: FlowCause[] = [];
  for (const [key, { fault, flows, pairs }] of byFault) {
    const back = byFault.get(keyOf(reversed(fault)));
    const isBack = back !== undefined && keyOf(back.fault) !== key && back.flows.join() === flows.join();
    // Of both ways one is told, with the pairs of both.
    if (isBack && keyOf(back.fault) < key) continue;
    // Where small packets do not pass, large ones say no more.
    const told = flows.filter((flow) => !flowOf(flow).large || !flows.includes(inSmallPackets(flow)));
    const onlyLarge = told.every((flow) => flowOf(flow).large);
    causes.push({ fault, flows: told, pairs: pairs + (isBack ? back.pairs : 0), bothWays: isBack, onlyLarge });
  }
  return causes.sort((one, other) => other.pairs - one.pairs);
}

const keyOf = (fault: Fault): string => JSON.stringify(fault, Object.keys(fault).sort());

function reversed(fault: Fault): Fault {
  switch (fault.kind) {
    case 'everywhere':
    case 'group':
      return fault;
    case 'path':
      return { ...fault, from: fault.to, to: fault.from };
    case 'target':
      return { kind: 'source', node: fault.node };
    case 'source':
      return { kind: 'target', node: fault.node };
    case 'pair':
      return { kind: 'pair', source: fault.target, target: fault.source };
    default:
      return fault satisfies never;
  }
}
