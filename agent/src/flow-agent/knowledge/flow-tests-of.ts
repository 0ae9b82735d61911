import type {
  FailingFlowPeer,
  FlowAnswers,
  FlowKey,
  FlowTest,
  FlowTests,
  ProfileValues,
  UntestedReason,
} from '@calico-readiness/requirements';
import {
  epochLength,
  epochsOfAllPairs,
  epochsPerFixedRound,
  flowKeys,
  inSmallPackets,
  profileFlows,
  suspectKey,
  testReport,
} from '@calico-readiness/requirements';
import type { FlowKnowledge } from './flow-knowledge';
import type { NeededFlows } from './needed-flows';
import { bitOf } from './needed-flows';

const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000);

/** What is told while nothing is tested: every flow that the profile may need, with the reason. `at` in milliseconds since 1970. */
export function untestedFlows(profile: ProfileValues, untested: UntestedReason, peers: number, at: number): FlowTests {
  const flows = profileFlows(profile).map((flow) => emptyTest(flow, untested));
  return { peers, since: seconds(at), allPairsBy: seconds(at), flows };
}

const emptyTest = (flow: FlowKey, untested: UntestedReason): FlowTest => ({
  flow,
  needed: 0,
  tested: 0,
  blocked: 0,
  covered: 0,
  failing: [],
  untested,
});

/** What an agent knows of the flows to its peers. */
export function flowTestsOf(
  knowledge: FlowKnowledge,
  needs: NeededFlows,
  profile: ProfileValues,
  answersOf: (flow: FlowKey) => FlowAnswers | undefined,
): FlowTests {
  const { ring } = needs;
  // A stretch brings all fixed peers, in a small ring everyone.
  const epochs = Math.max(epochsPerFixedRound, epochsOfAllPairs(ring));
  const ofProfile = new Set(profileFlows(profile));
  const flows = flowKeys.filter((flow) => ofProfile.has(flow) || has(needs.needed, flow) || has(needs.open, flow));
  return {
    peers: Math.max(0, ring.peers.length - 1),
    since: seconds(knowledge.since),
    allPairsBy: seconds(knowledge.since + epochs * epochLength),
    flows: flows.map((flow) => {
      const answers = flow === inSmallPackets(flow) ? answersOf(flow) : undefined;
      return { ...flowTest(knowledge, needs, flow), ...(answers !== undefined && { answers }) };
    }),
  };
}

const has = (bits: Uint16Array, flow: FlowKey): boolean => bits.some((of) => (of & bitOf(flow)) !== 0);

function flowTest(knowledge: FlowKnowledge, needs: NeededFlows, flow: FlowKey): FlowTest {
  const bit = bitOf(flow);
  const count = (bits: Uint16Array): number => bits.reduce((sum, of) => sum + ((of & bit) === 0 ? 0 : 1), 0);
  const report = testReport(knowledge.state).find((one) => one.flow === flow);
  const { tested = 0, blocked = 0 } = report ?? {};
  const failing = failingPeers(knowledge, needs, report?.failing.map(({ target }) => suspectKey(target, flow)) ?? []);
  const [needed, covered] = [count(needs.needed), knowledge.covered.count(flow, needs.needed)];
  // What was open once proves nothing any more where the last visits could not test it.
  const isKnown = covered > 0 && !knowledge.reasons.has(flow);
  const wasTested = tested > 0 || isKnown || failing.length > 0;
  const untested = wasTested ? undefined : reasonOf(knowledge, needs, flow, needed);
  return { flow, needed, tested, blocked, covered, failing, ...(untested !== undefined && { untested }) };
}

/** Undefined where the first visit is still to come. */
function reasonOf(
  { reasons }: FlowKnowledge,
  { ring, needed: bits, open }: NeededFlows,
  flow: FlowKey,
  needed: number,
): UntestedReason | undefined {
  if (needed === 0) return has(open, flow) ? 'pairs-unknown' : 'no-peer';
  const answering = ring.peers.some(({ answers }, place) => answers && ((bits[place] ?? 0) & bitOf(flow)) !== 0);
  return answering ? reasons.get(flow) : 'no-peer';
}

function failingPeers(
  knowledge: FlowKnowledge,
  { ring }: NeededFlows,
  keys: readonly string[],
): readonly FailingFlowPeer[] {
  return keys.flatMap((key) => {
    const suspect = knowledge.state.suspects.get(key);
    const peer = suspect && ring.peers[ring.places.get(suspect.target) ?? -1];
    const seen = suspect && knowledge.seenOf(suspect);
    if (suspect === undefined || peer === undefined || seen === undefined) return [];
    const { firstAt, lastAt, failedAt = lastAt, recent } = suspect;
    return [
      {
        peer: peer.name,
        key: peer.key,
        ...seen,
        firstAt: seconds(firstAt),
        failedAt: seconds(failedAt),
        recentAt: seconds(recent[0] ?? firstAt),
        lastAt: seconds(lastAt),
        proven: knowledge.proofs.isProven(suspect),
      },
    ];
  });
}
