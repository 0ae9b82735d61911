import type { BlockedOutcome, UntestedReason } from '@calico-readiness/requirements';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** How a flow to a peer is blocked. */
export function outcomeText({ t }: ReadinessTranslation, outcome: BlockedOutcome): string {
  switch (outcome) {
    case 'filtered':
      return t('filtered: nothing answers');
    case 'prohibited':
      return t('prohibited: a firewall rejects it');
    case 'unreachable':
      return t('unreachable: there is no way to the node');
    default:
      return outcome satisfies never;
  }
}

/** Why nothing was tested. */
export function untestedText({ t }: ReadinessTranslation, reason: UntestedReason): string {
  switch (reason) {
    case 'no-list':
      return t('Not tested: no list of nodes is published. Check the controller.');
    case 'no-peer':
      return t('Not tested: no other node needs it, or none answers now.');
    case 'not-needed':
      return t('Not needed: this node exchanges no BGP traffic with other nodes.');
    case 'pairs-unknown':
      return t('Not tested: which nodes need it is Unknown.');
    case 'no-raw-socket':
      return t('Not tested: the agent has no right to open raw sockets (CAP_NET_RAW), or lacks its native part.');
    case 'no-answer-expected':
      return t('Not tested: the agents of the other nodes do not answer.');
    case 'password':
      return t('Not tested: BGP has a password, and no session is up.');
    case 'not-built-in':
      return t('Not tested: the agent has no test for it.');
    case 'switched-off':
      return t('Not tested: the ReadinessPolicy ends all tests.');
    default:
      return reason satisfies never;
  }
}
