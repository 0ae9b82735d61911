import type { BlockedOutcome, UntestedReason } from '../../model/traffic/flow-tests';
import { msg } from '../../model/message';
import type { ReasonText } from '../../model/requirement';

/** How a flow is blocked, as a reason. */
export const reasonOfOutcome = {
  filtered: 'FlowFiltered',
  prohibited: 'FlowProhibited',
  unreachable: 'FlowUnreachable',
} as const satisfies Record<BlockedOutcome, string>;

/** Why a flow was not tested, as a reason. */
export const reasonOfUntested = {
  'no-list': 'FlowWithoutList',
  'no-peer': 'FlowWithoutPeer',
  'not-needed': 'FlowNotNeeded',
  'pairs-unknown': 'FlowPairsUnknown',
  'no-raw-socket': 'FlowNeedsRawSocket',
  'no-answer-expected': 'FlowNotAnswered',
  password: 'FlowHasPassword',
  'not-built-in': 'FlowTestMissing',
  'switched-off': 'FlowTestsOff',
} as const satisfies Record<UntestedReason, string>;

/** What tests of traffic between nodes may give as a reason; `use` is what Calico sends there. */
export const flowReasons = (use: string): Readonly<Record<string, ReasonText>> => ({
  FlowFiltered: { title: msg('{{use}} traffic to other nodes gets no answer: something drops it', { use }) },
  FlowProhibited: { title: msg('{{use}} traffic to other nodes is rejected: a firewall forbids it', { use }) },
  FlowUnreachable: { title: msg('{{use}} traffic finds no way to other nodes', { use }) },
  FlowsDoubtful: { title: msg('{{use}} traffic to other nodes is blocked, but a failure is not proven', { use }) },
  FlowsUnfinished: { title: msg('The first tests of {{use}} traffic between nodes are not finished', { use }) },
  FlowsOpen: { title: msg('{{use}} traffic reaches the other nodes', { use }) },
  FlowHolderUnknown: {
    title: msg('{{use}} traffic reaches the other nodes, but what else may hinder it is Unknown', { use }),
  },
  FlowWithoutList: { title: msg('The list of nodes to test {{use}} traffic with is missing', { use }) },
  FlowWithoutPeer: { title: msg('No other node needs or answers {{use}} traffic', { use }) },
  FlowNotNeeded: { title: msg('No other node exchanges {{use}} traffic with this node', { use }) },
  FlowPairsUnknown: { title: msg('Cannot determine which nodes need {{use}} traffic', { use }) },
  FlowNeedsRawSocket: { title: msg('The agent cannot open the raw socket that tests {{use}} traffic', { use }) },
  FlowNotAnswered: { title: msg('The agents of other nodes do not answer tests of {{use}} traffic', { use }) },
  FlowHasPassword: { title: msg('BGP has a password and no session is up, so that no test can tell') },
  FlowTestMissing: { title: msg('The agent has no test for {{use}} traffic', { use }) },
  FlowTestsOff: { title: msg('The policy has switched off tests of traffic between nodes') },
});

/** The same of BGP alone, which nodes also speak with others than nodes. */
export const bgpSessionReasons: Readonly<Record<string, ReasonText>> = {
  BgpSessionsUp: { title: msg('BGP sessions with all external peers are up') },
  BgpSessionMissing: {
    title: msg('A BGP session with an external peer is missing, and why is Unknown'),
    remedy: msg('Check the session on the external peer, and the firewalls between it and the node.'),
  },
};

const ofTraffic = new Set([...Object.keys(flowReasons('')), ...Object.keys(bgpSessionReasons)]);

/** Whether tests of traffic between nodes gave this reason; what was observed then says how far they are. */
export const isFlowReason = (reason: string): boolean => ofTraffic.has(reason);
