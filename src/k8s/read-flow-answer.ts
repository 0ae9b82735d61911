import { flowKeys, mostRequestedPeers, peerTestStates } from '@calico-readiness/requirements';
import type { AnsweredFlowTest, AnsweredPeer, FlowKey } from '@calico-readiness/requirements';
import { asList, asOneOf, asRecord, asText, asTime, withoutGaps } from './untyped';

/** What an agent answered to a request for peers; undefined where it answers none. A peer of which it says nothing known is left out. */
export function readFlowAnswer(value: unknown): AnsweredFlowTest | undefined {
  const answer = asRecord(value);
  const requestedAt = asText(answer['requestedAt']);
  if (requestedAt === undefined) return undefined;
  const peers = asList(answer['peers']).slice(0, mostRequestedPeers).map(readPeer);
  return { requestedAt, peers: peers.filter((peer) => peer !== undefined) };
}

function readPeer(value: unknown): AnsweredPeer | undefined {
  const answer = asRecord(value);
  const peer = asText(answer['peer']);
  const state = asOneOf(peerTestStates, answer['state']);
  if (peer === undefined || state === undefined) return undefined;
  const testedAt = asTime(answer['testedAt']) === undefined ? undefined : asText(answer['testedAt']);
  const [open, blocked, untested] = (['open', 'blocked', 'untested'] as const).map((name) => readFlows(answer[name]));
  return withoutGaps({ peer, state, testedAt, open, blocked, untested });
}

/** Flows of a later agent are left out. */
function readFlows(value: unknown): readonly FlowKey[] | undefined {
  const flows = asList(value).flatMap((flow) => asOneOf(flowKeys, flow) ?? []);
  return flows.length === 0 ? undefined : flows;
}
