import type { FlowKey } from '../../model/traffic/flow';
import { flowOf } from '../../model/traffic/flow';
import { bgpNeed } from '../pairs/bgp-need';
import type { PeerNetwork } from '../pairs/peer-network';
import type { Ring } from '../plan/ring';
import type { Coverage } from './coverage';

/**
 * Which pairs the plan tested for a flow. All but BGP are needed by nearly all pairs; BGP with route reflectors by few, and
 * then a node that tested others says nothing of those that it never speaks with.
 */
export function coverageOfFlow(flow: FlowKey, ring: Ring, coverage: Coverage, network: PeerNetwork): Coverage {
  const { protocol, family } = flowOf(flow);
  if (protocol !== 'bgp' || (network.bgp?.links.length ?? 0) < 2) return coverage;
  const needs = (source: number, target: number): boolean => {
    const [from, to] = [ring.peers[source], ring.peers[target]];
    return from !== undefined && to !== undefined && bgpNeed(network, from, to, family) === 'needed';
  };
  const known = new Map<number, readonly number[]>();
  const targetsOf = (source: number): readonly number[] => {
    const targets = known.get(source) ?? coverage.targetsOf(source).filter((target) => needs(source, target));
    known.set(source, targets);
    return targets;
  };
  return {
    covers: (source, target) => coverage.covers(source, target) && needs(source, target),
    countOf: (source) => targetsOf(source).length,
    targetsOf,
    sourcesOf: (target) => coverage.sourcesOf(target).filter((source) => needs(source, target)),
    shareIn: (source, members) => {
      const targets = targetsOf(source);
      const within = targets.filter((target) => (members[target + 1] ?? 0) > (members[target] ?? 0));
      return targets.length === 0 ? 0 : within.length / targets.length;
    },
  };
}
