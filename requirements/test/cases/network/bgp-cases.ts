import type { FlowTest } from '../../../src/model/traffic/flow-tests';
import type { RequirementCase } from '../../requirement-case';
import { failing, tested, testsOf } from './traffic-cases';

/** Of a node that speaks BGP with no other node. */
const withRouters = (up: number, ...missing: readonly string[]): FlowTest =>
  tested('bgp-IPv4', { needed: 0, tested: 0, covered: 0, external: { needed: 2, up, missing } });
const alone = (family: 'IPv4' | 'IPv6', changes: Partial<FlowTest> = {}): FlowTest =>
  tested(`bgp-${family}`, { needed: 0, tested: 0, covered: 0, untested: 'not-needed', ...changes });
const bgp = { requirement: 'bgp-port-open' } as const;
const dualBgp = { ...bgp, profile: { ipFamilies: ['IPv4', 'IPv6'] } } as const;

/** Cases of BGP where nodes are joined by BGPPeers. */
export const bgpCases: readonly RequirementCase[] = [
  {
    ...bgp,
    when: 'all sessions with external peers are up, and no node needs it',
    facts: testsOf(withRouters(2)),
    verdict: 'Pass',
    reason: 'BgpSessionsUp',
    observed: 'TCP 179: sessions with 2 of 2 external peers',
  },
  {
    ...bgp,
    when: 'a session with an external peer is missing',
    facts: testsOf(withRouters(1, '192.0.2.2')),
    verdict: 'Unknown',
    reason: 'BgpSessionMissing',
    observed: 'TCP 179: sessions with 1 of 2 external peers, none with 192.0.2.2',
  },
  {
    ...bgp,
    when: 'all nodes are reached, and a session with an external peer is missing',
    facts: testsOf(tested('bgp-IPv4', { external: { needed: 1, up: 0, missing: ['192.0.2.2'] } })),
    verdict: 'Unknown',
    reason: 'BgpSessionMissing',
  },
  {
    ...bgp,
    when: 'a node is blocked, and sessions with external peers are up',
    facts: testsOf(tested('bgp-IPv4', { blocked: 1, failing: [failing], external: { needed: 1, up: 1, missing: [] } })),
    verdict: 'Fail',
    reason: 'FlowFiltered',
  },
  {
    ...bgp,
    when: 'which nodes speak it is not known, and sessions with external peers are up',
    facts: testsOf({ ...withRouters(2), untested: 'pairs-unknown' }),
    verdict: 'Unknown',
    reason: 'FlowPairsUnknown',
  },
  {
    ...bgp,
    when: 'the node speaks it with nobody',
    facts: testsOf(alone('IPv4')),
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
  {
    ...dualBgp,
    when: 'the node speaks it with nobody over either family',
    facts: testsOf(alone('IPv4'), alone('IPv6')),
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
  {
    ...dualBgp,
    when: 'the node speaks it with nobody over one family, and the other is not told',
    facts: testsOf(alone('IPv4')),
    verdict: 'Unknown',
    reason: 'NotTested',
  },
  {
    ...dualBgp,
    when: 'external peers are of one family alone',
    facts: testsOf(withRouters(2), alone('IPv6')),
    verdict: 'Pass',
    reason: 'BgpSessionsUp',
  },
];
