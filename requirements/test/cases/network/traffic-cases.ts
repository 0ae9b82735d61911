import type { FailingFlowPeer, FlowTest, FlowTests } from '../../../src/model/traffic/flow-tests';
import { untestedReasons } from '../../../src/model/traffic/flow-tests';
import { reasonOfUntested } from '../../../src/catalogue/network/flow-reasons';
import type { FlowKey } from '../../../src/model/traffic/flow';
import type { ProfileValues } from '../../../src/model/profile-values';
import type { RequirementId } from '../../../src/model/requirement-id';
import type { RequirementCase } from '../../requirement-case';

/** 2026-01-01 00:00:00 UTC. */
const since = 1_767_225_600;

/** A peer that was there all the while. */
export const failing: FailingFlowPeer = {
  ...{ peer: 'worker-2', key: 7, outcome: 'filtered', proven: true },
  ...{ firstAt: since, failedAt: since + 360, recentAt: since, lastAt: since + 360 },
};

/** Tests of one flow with 4,999 peers, of which the first round is done. */
export const tested = (flow: FlowKey, changes: Partial<FlowTest> = {}): FlowTest => ({
  ...{ flow, needed: 4999, tested: 20, blocked: 0, covered: 20, failing: [], ...changes },
});

/** What an agent tested. */
export const testsOf = (...flows: readonly FlowTest[]): { readonly flowTests: FlowTests } => ({
  flowTests: { peers: 4999, since, allPairsBy: since + 9 * 3600, flows },
});

interface Traffic {
  readonly requirement: RequirementId;
  readonly flow: FlowKey;
  readonly label: string;
  readonly profile: Partial<ProfileValues>;
}

const every: readonly Traffic[] = [
  { requirement: 'bgp-port-open', flow: 'bgp-IPv4', label: 'TCP 179', profile: {} },
  { requirement: 'typha-port-open', flow: 'typha-IPv4', label: 'TCP 5473', profile: {} },
  { requirement: 'ipip-protocol-open', flow: 'ipip-IPv4', label: 'IP protocol 4', profile: {} },
  { requirement: 'vxlan-port-open', flow: 'vxlan-IPv4', label: 'UDP 4789', profile: { encapsulation: ['VXLAN'] } },
  { requirement: 'wireguard-port-open', flow: 'wireguard-IPv4', label: 'UDP 51820', profile: { wireguard: true } },
  { requirement: 'path-mtu-sufficient', flow: 'ipip-IPv4-large', label: 'IP-in-IP', profile: {} },
];

interface Situation extends Pick<RequirementCase, 'when' | 'verdict' | 'reason' | 'observed'> {
  readonly changes: Partial<FlowTest>;
}

const situations = (label: string): readonly Situation[] => [
  {
    when: 'the first round of tests is done and every peer was reached',
    changes: {},
    verdict: 'Pass',
    reason: 'FlowsOpen',
    observed: `${label}: 20 of 4,999 peers, all pairs by 09:00 UTC`,
  },
  {
    when: 'each of three peers was reached',
    changes: { needed: 3, tested: 3, covered: 3 },
    verdict: 'Pass',
    reason: 'FlowsOpen',
    observed: `${label}: 3 of 3 peers`,
  },
  {
    when: 'the first round of tests is not done',
    changes: { tested: 19, covered: 19 },
    verdict: 'Unknown',
    reason: 'FlowsUnfinished',
    observed: `${label}: 19 of 4,999 peers, all pairs by 09:00 UTC`,
  },
  {
    when: 'a peer that was there all the while does not answer',
    changes: { blocked: 1, failing: [failing] },
    verdict: 'Fail',
    reason: 'FlowFiltered',
    observed: `${label}: 1 of 20 peers blocked: worker-2 (filtered)`,
  },
  {
    when: 'a peer of twenty fails that nobody saw alive',
    changes: { blocked: 1, covered: 19, failing: [{ ...failing, proven: false }] },
    verdict: 'Pass',
    reason: 'FlowsOpen',
    observed: `${label}: 19 of 4,999 peers, 1 blocked, all pairs by 09:00 UTC`,
  },
  {
    when: 'a fifth of the peers was blocked once',
    changes: { blocked: 4, covered: 16 },
    verdict: 'Pass',
    reason: 'FlowsOpen',
  },
  {
    when: 'more than a fifth of the peers was blocked once',
    changes: { blocked: 5, covered: 15 },
    verdict: 'Unknown',
    reason: 'FlowsDoubtful',
    observed: `${label}: 15 of 4,999 peers, 5 blocked, all pairs by 09:00 UTC`,
  },
  {
    when: 'the one other node fails, and nobody saw it alive',
    changes: { needed: 1, tested: 1, blocked: 1, covered: 0, failing: [{ ...failing, proven: false }] },
    verdict: 'Unknown',
    reason: 'FlowsDoubtful',
  },
  {
    when: 'peers fail, and none was tested lately',
    changes: { tested: 0, failing: [{ ...failing, proven: false }] },
    verdict: 'Unknown',
    reason: 'FlowsDoubtful',
  },
  {
    when: 'most peers are forbidden, and one is silent',
    changes: {
      blocked: 12,
      failing: [
        failing,
        ...[3, 4, 5, 6].map((key) => ({ ...failing, peer: `worker-${key}`, key, outcome: 'prohibited' as const })),
      ],
    },
    verdict: 'Fail',
    reason: 'FlowProhibited',
    observed: `${label}: 12 of 20 peers blocked: worker-2 (filtered), worker-3 (prohibited), worker-4 (prohibited), worker-5 (prohibited) …`,
  },
  {
    when: 'no way leads to a peer, and another was not there',
    changes: {
      blocked: 2,
      failing: [
        { ...failing, proven: false },
        { ...failing, peer: 'worker-3', key: 3, outcome: 'unreachable' },
      ],
    },
    verdict: 'Fail',
    reason: 'FlowUnreachable',
    observed: `${label}: 2 of 20 peers blocked: worker-3 (unreachable), worker-2 (filtered)`,
  },
  {
    when: 'no other node needs it',
    changes: { needed: 0, tested: 0, covered: 0 },
    verdict: 'Unknown',
    reason: 'FlowWithoutPeer',
    observed: `${label}: 0 of 0 peers`,
  },
  ...untestedReasons.map((untested): Situation => ({
    when: `it was not tested: ${untested}`,
    changes: { tested: 0, covered: 0, untested },
    verdict: 'Unknown',
    reason: reasonOfUntested[untested],
  })),
];

const ofEach = every.flatMap(({ requirement, flow, label, profile }) =>
  situations(label).map(({ changes, ...rest }): RequirementCase => ({
    requirement,
    profile,
    facts: testsOf(tested(flow, changes)),
    ...rest,
    // Who says that a packet is too large has it sent in smaller ones: the silent peer counts.
    ...(requirement === 'path-mtu-sufficient' && rest.reason === 'FlowProhibited' && { reason: 'FlowFiltered' }),
  })),
);

const vxlan = { requirement: 'vxlan-port-open', profile: { encapsulation: ['VXLAN'] } } as const;
const dual = { ...vxlan, profile: { ...vxlan.profile, ipFamilies: ['IPv4', 'IPv6'] } } as const;
const stranger = [{ protocol: 'udp', port: 4789, address: '0.0.0.0', process: 'stranger' }] as const;
const blocked = tested('vxlan-IPv4', { blocked: 1, failing: [failing] });

/** Cases of traffic between nodes, by what the agent tested. */
export const trafficCases: readonly RequirementCase[] = [
  ...ofEach,
  {
    ...vxlan,
    when: 'another flow was tested, and not this one',
    facts: testsOf(tested('ipip-IPv4')),
    verdict: 'Unknown',
    reason: 'NotTested',
    observed: 'UDP 4789: not tested',
  },
  {
    ...vxlan,
    when: 'only large packets are lost',
    facts: testsOf(tested('vxlan-IPv4'), { ...blocked, flow: 'vxlan-IPv4-large' }),
    verdict: 'Pass',
    reason: 'FlowsOpen',
  },
  {
    ...vxlan,
    when: 'a family is blocked that the profile does not have',
    facts: testsOf(tested('vxlan-IPv4'), { ...blocked, flow: 'vxlan-IPv6' }),
    verdict: 'Pass',
    reason: 'FlowsOpen',
  },
  {
    ...dual,
    when: 'both families were tested',
    facts: testsOf(tested('vxlan-IPv4'), tested('vxlan-IPv6', { needed: 2, covered: 2 })),
    verdict: 'Pass',
    reason: 'FlowsOpen',
    observed: 'UDP 4789: IPv4: 20 of 4,999 peers; IPv6: 2 of 2 peers, all pairs by 09:00 UTC',
  },
  {
    ...dual,
    when: 'one family was not tested',
    facts: testsOf(tested('vxlan-IPv4')),
    verdict: 'Unknown',
    reason: 'NotTested',
  },
  {
    ...dual,
    when: 'one family is blocked, and the other was not tested',
    facts: testsOf(blocked),
    verdict: 'Fail',
    reason: 'FlowFiltered',
  },
  {
    ...dual,
    when: 'no pair needs one of the families',
    facts: testsOf(
      tested('vxlan-IPv4'),
      tested('vxlan-IPv6', { needed: 0, tested: 0, covered: 0, untested: 'no-peer' }),
    ),
    verdict: 'Pass',
    reason: 'FlowsOpen',
  },
  {
    ...vxlan,
    when: 'traffic passes, and a stranger holds the port',
    facts: { ...testsOf(tested('vxlan-IPv4')), listeners: stranger },
    verdict: 'Fail',
    reason: 'PortHeldByOther',
  },
  ...every
    .filter(({ requirement }) => requirement !== 'path-mtu-sufficient')
    .map(({ requirement, flow, profile }): RequirementCase => ({
      requirement,
      when: 'traffic passes, and what may hinder it later is unseen',
      profile,
      facts: testsOf(tested(flow)),
      without: [requirement === 'ipip-protocol-open' ? 'cloud' : 'listeners'],
      verdict: 'Unknown',
      reason: 'FlowHolderUnknown',
    })),
  {
    ...vxlan,
    when: 'traffic is blocked, and the sockets are unseen',
    facts: testsOf(blocked),
    without: ['listeners'],
    verdict: 'Fail',
    reason: 'FlowFiltered',
  },
  {
    requirement: 'ipip-protocol-open',
    when: 'traffic is blocked in Azure, and nobody chose IP-in-IP',
    source: 'defaulted',
    facts: { ...testsOf(tested('ipip-IPv4', { blocked: 1, failing: [failing] })), cloud: 'azure' },
    verdict: 'Fail',
    reason: 'FlowFiltered',
  },
];
