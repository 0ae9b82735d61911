import { msg } from '../../model/message';
import type { ReasonText } from '../../model/requirement';

/** What tests of full-size packets between nodes may give as a reason. */
export const fullSizeReasons: Readonly<Record<string, ReasonText>> = {
  FlowFiltered: { title: msg('Full-size packets to other nodes are lost, small ones pass') },
  FlowProhibited: {
    title: msg('Full-size packets to other nodes are rejected as too large, small ones pass'),
    remedy: msg(
      'Raise the MTU of the network between the nodes, or set spec.calicoNetwork.mtu in the Installation. Until then packets are split or sent again.',
    ),
  },
  FlowUnreachable: { title: msg('Full-size packets find no way to other nodes, small ones do') },
  FlowsDoubtful: { title: msg('Full-size packets to other nodes are lost, but a failure is not proven') },
  FlowsUnfinished: { title: msg('The first tests of full-size packets between nodes are not finished') },
  FlowsOpen: { title: msg('Full-size packets reach the other nodes') },
  FlowWithoutList: { title: msg('The list of nodes to test full-size packets with is missing') },
  FlowWithoutPeer: { title: msg('No other node needs or answers full-size packets') },
  FlowNotNeeded: { title: msg('No other node needs or answers full-size packets') },
  FlowPairsUnknown: { title: msg('Cannot determine which nodes need full-size packets') },
  FlowNeedsRawSocket: { title: msg('The agent cannot open the raw socket that tests full-size packets') },
  FlowNotAnswered: { title: msg('The agents of other nodes do not answer tests of full-size packets') },
  FlowHasPassword: { title: msg('BGP has a password and no session is up, so that no test can tell') },
  FlowTestMissing: { title: msg('The agent has no test for full-size packets') },
  FlowTestsOff: { title: msg('The policy has switched off tests of traffic between nodes') },
  FlowSizeUnknown: { title: msg('Cannot determine how large Calico’s packets would be on this node') },
  FlowSizeNotCarried: {
    title: msg('A device of this node cannot carry packets as large as Calico is told to send'),
    remedy: msg('Raise the MTU of the device, or lower spec.calicoNetwork.mtu in the Installation.'),
  },
  NotTested: { title: msg('Full-size packets between nodes are not tested yet') },
};
