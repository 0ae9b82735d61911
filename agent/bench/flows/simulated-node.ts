import type { FlowReport, Peer, ResponderState, Ring, Standing, TestState } from '@calico-readiness/requirements';
import { hashOf, initialResponder, initialState, needsAnswer } from '@calico-readiness/requirements';

/** A node of the simulation: what is true of it, and what its agent knows. Times in milliseconds. */
export interface SimulatedNode {
  readonly index: number;
  readonly peer: Peer;
  ready: boolean;
  readySince: number;
  /** Until when its agent is away; 0 while it runs. */
  awayUntil: number;
  agentSince: number;
  reportedAt: number;
  nextReportAt: number;
  reported: readonly FlowReport[];
  /** Which peers of which flows it named in its last report. */
  named: string;
  ring: Ring;
  nextListAt: number;
  state: TestState;
  responder: ResponderState;
}

const hour = 3_600_000;
const nodesOfRack = 40;

/** A node in one of three zones, in a rack for each forty nodes, which is a subnet; the first three are masters. */
export function simulatedNode(
  index: number,
  life: number,
  ring: Ring,
  now: number,
  random: () => number,
): SimulatedNode {
  const rack = Math.floor(index / nodesOfRack);
  const name = `node-${String(index)}.fleet.example.com`;
  const subnet = `10.${String(rack >> 8)}.${String(rack & 255)}`;
  const peer: Peer = {
    name,
    key: hashOf(`${name} ${String(life)}`),
    addresses: { IPv4: `${subnet}.${String((index % nodesOfRack) + 1)}` },
    zone: `zone-${'abc'[rack % 3] ?? ''}`,
    pool: index < 3 ? 'master' : 'worker',
    subnet: `${subnet}.0/24`,
    mayRunTypha: index < 3,
    inMesh: true,
    answers: true,
  };
  return {
    index,
    peer,
    ready: true,
    readySince: now,
    awayUntil: 0,
    agentSince: now,
    reportedAt: now,
    nextReportAt: now + random() * 900_000,
    reported: [],
    named: '',
    ring,
    nextListAt: now + random() * hour,
    state: initialState(now),
    responder: initialResponder(now),
  };
}

/** What the API says of it. */
export const standingOf = (node: SimulatedNode): Standing => ({
  readySince: node.ready ? node.readySince : undefined,
  agentSince: node.agentSince,
  reportedAt: node.reportedAt,
});

/** Its agent answers challenges for as long as it runs. */
export const answeredBy = ({ agentSince }: SimulatedNode, report: FlowReport): FlowReport =>
  needsAnswer(report.flow) ? { ...report, answers: { since: agentSince / 1000, by: 1 } } : report;
