import type { Peer } from '@calico-readiness/requirements';
import {
  coverageAt,
  defaultProfileValues,
  epochLength,
  epochsPerRound,
  flowEvidence,
  flowKeys,
  mostFailingPeers,
  reportedFlows,
  ringOf,
  unknownPeerNetwork,
} from '@calico-readiness/requirements';
import { randomFrom } from './random';
import { simulatedNode } from './simulated-node';

/** What it takes the controller to sum up the tests of all nodes once. */
export interface ControllerFigures {
  readonly fault: string;
  readonly nodes: number;
  readonly flows: number;
  /** Pairs that reports name. */
  readonly namedPairs: number;
  /** Milliseconds of processor time. */
  readonly milliseconds: number;
}

const now = 400_000 * epochsPerRound * epochLength;
const at = { firstAt: now, failedAt: now, recentAt: now, lastAt: now, proven: true };

const faults: readonly (readonly [fault: string, flows: number, fails: (source: Peer, target: Peer) => boolean])[] = [
  ['none', 3, () => false],
  ['one zone to another', 3, (source, target) => source.zone === 'zone-a' && target.zone === 'zone-c'],
  ['a rack', 3, (source, target) => (source.subnet === '10.0.3.0/24') !== (target.subnet === '10.0.3.0/24')],
  ['everything', 3, () => true],
  ['everything, of all flows that there are', flowKeys.length, () => true],
];

/** Reports of nodes that tested what the plan had them test, summed up as the controller does. */
export function controllerFigures(nodes: number): readonly ControllerFigures[] {
  const none = ringOf([]);
  const ring = ringOf(
    Array.from({ length: nodes }, (_, index) => simulatedNode(index, 0, none, 0, randomFrom(1)).peer),
  );
  const coverage = coverageAt(ring, now);
  return faults.map(([fault, count, fails]) => {
    let namedPairs = 0;
    const reports = ring.peers.map((source, place) => {
      const targets = coverage.targetsOf(place).flatMap((target) => ring.peers[target] ?? []);
      const failing = targets.filter((target) => fails(source, target));
      const named = failing.slice(0, mostFailingPeers).map(({ key: target }) => ({ target, ...at }));
      const counts = { tested: targets.length, blocked: failing.length, failing: named };
      const flows = flowKeys.slice(0, count).map((flow) => ({ flow, ...counts }));
      namedPairs += named.length * count;
      return { source: source.key, flows };
    });
    const before = process.cpuUsage();
    const evidence = flowEvidence(ring, reports, new Map());
    const tunnels = { ipip: 'always', vxlan: { IPv4: 'always', IPv6: 'always' } } as const;
    reportedFlows({ ring, evidence, coverage, tunnels, network: unknownPeerNetwork }, defaultProfileValues.ports);
    const { user, system } = process.cpuUsage(before);
    return { fault, nodes, flows: count, namedPairs, milliseconds: (user + system) / 1000 };
  });
}
