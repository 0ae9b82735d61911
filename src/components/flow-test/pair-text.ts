import type { AnsweredPeer, CalicoPorts, FlowKey, PeerTestState } from '@calico-readiness/requirements';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { PairTest } from '../../hooks/flow-test/pair-test';
import { longestWait } from '../../hooks/flow-test/ask-flow-tests';
import { flowName } from '../flows/flow-texts';

/** What became of the test of a pair, in words. */
export function pairText(translation: ReadinessTranslation, { state }: PairTest, ports: CalicoPorts): string {
  const { t, number } = translation;
  switch (state.is) {
    case 'asking':
      return t('The agent is being asked');
    case 'waiting':
      return t('Asked, waiting for the answer');
    case 'refused':
      return state.code === 403
        ? t('Permission to patch NodeReports is required to ask for a test.')
        : t('The agent could not be asked:');
    case 'replaced':
      return t('Another request took the place of this one');
    case 'unanswered':
      return t('No answer in {{number}} minutes. Check whether the agent runs on the node.', {
        number: number(longestWait / 60_000),
      });
    case 'answered':
      return state.answer.state === 'tested'
        ? testedText(translation, state.answer, ports)
        : untestedPeerText(translation, state.answer.state);
    default:
      return state satisfies never;
  }
}

function testedText(translation: ReadinessTranslation, answer: AnsweredPeer, ports: CalicoPorts): string {
  const { t, list } = translation;
  const names = (flows: readonly FlowKey[]): string => list(flows.map((flow) => flowName(translation, flow, ports)));
  const { open, blocked, untested } = answer;
  if (blocked !== undefined) return t('Blocked: {{flows}}', { flows: names(blocked) });
  if (untested !== undefined) return t('Could not be tested: {{flows}}', { flows: names(untested) });
  return open === undefined ? t('Nothing was tested') : t('Open: {{flows}}', { flows: names(open) });
}

/** Why a peer was not visited. */
function untestedPeerText({ t }: ReadinessTranslation, state: Exclude<PeerTestState, 'tested'>): string {
  switch (state) {
    case 'waiting':
      return t('Asked, waiting for the answer');
    case 'not-in-list':
      return t('Not tested: the agent does not know the node yet. Agents read the list of nodes once an hour.');
    case 'own-node':
      return t('Not tested: it is the same node.');
    case 'not-ready':
      return t('Not tested: the node is not ready or cordoned, or its agent is silent.');
    case 'no-flow':
      return t('Not tested: the two nodes need no flow by the cluster profile.');
    case 'no-list':
      return t('Not tested: no list of nodes is published. Check the controller.');
    case 'switched-off':
      return t('Not tested: the ReadinessPolicy ends all tests.');
    default:
      return state satisfies never;
  }
}
