import type {
  ExternalSessions,
  FlowKey,
  FlowReport,
  FlowTest,
  FlowTests,
  UntestedReason,
} from '@calico-readiness/requirements';
import {
  epochLength,
  epochsOfAllPairs,
  epochsPerFixedRound,
  flowBit,
  flowKeys,
  flowOf,
  inSmallPackets,
  profileFlows,
  speaksWithNodesAlone,
  suspectKey,
  testReport,
} from '@calico-readiness/requirements';
import type { FlowEngineParts } from '../flow-engine-parts';
import type { Situation } from '../situation';
import { failingPeers } from './failing-peers';
import type { FlowKnowledge } from './flow-knowledge';
import { countNeeded, isOpen } from './needed-flows';

const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000);

/** What an agent knows of the flows to its peers. */
export function flowTestsOf(
  knowledge: FlowKnowledge,
  situation: Situation,
  { answering, external }: Pick<FlowEngineParts, 'answering' | 'external'>,
): FlowTests {
  const { needs, settings } = situation;
  const { ring } = needs;
  const reports = testReport(
    knowledge.state,
    (target, flow) => ((needs.needed[ring.places.get(target) ?? -1] ?? 0) & flowBit(flow)) !== 0,
  );
  const sessionsOf = (flow: FlowKey): ExternalSessions | undefined =>
    flowOf(flow).protocol === 'bgp' ? external.of(flowOf(flow).family) : undefined;
  const isNeeded = (flow: FlowKey): boolean =>
    countNeeded(needs, flow) > 0 || isOpen(needs, flow) || sessionsOf(flow) !== undefined;
  // A stretch brings all fixed peers, in a small ring everyone.
  const epochs = Math.max(epochsPerFixedRound, epochsOfAllPairs(ring));
  const ofProfile = new Set(profileFlows(settings.profile));
  const flows = flowKeys.filter((flow) => ofProfile.has(flow) || isNeeded(flow));
  return {
    peers: Math.max(0, ring.peers.length - 1),
    since: seconds(knowledge.since),
    allPairsBy: seconds(knowledge.since + epochs * epochLength),
    flows: flows.map((flow) => {
      const answers = flow === inSmallPackets(flow) ? answering.answersOf(flow) : undefined;
      const sessions = sessionsOf(flow);
      return {
        ...flowTest(
          knowledge,
          situation,
          reports.find((report) => report.flow === flow) ?? { flow },
          sessions !== undefined,
        ),
        ...(answers !== undefined && { answers }),
        ...(sessions !== undefined && { external: sessions }),
      };
    }),
  };
}

function flowTest(
  knowledge: FlowKnowledge,
  situation: Situation,
  { flow, tested = 0, blocked = 0, failing: named = [] }: Pick<FlowReport, 'flow'> & Partial<FlowReport>,
  hasSessions: boolean,
): FlowTest {
  const { needs } = situation;
  const keys = named.map(({ target }) => suspectKey(target, flow));
  const failing = failingPeers(knowledge, needs, keys);
  const [needed, covered] = [countNeeded(needs, flow), knowledge.covered.count(flow, needs.needed)];
  // What was open once proves nothing any more where the last visits could not test it.
  const isKnown = covered > 0 && !knowledge.reasons.has(flow);
  const wasTested =
    tested > 0 || isKnown || failing.length > 0 || (hasSessions && needed === 0 && !isOpen(needs, flow));
  const untested = wasTested ? undefined : reasonOf(knowledge, situation, flow, needed);
  return { flow, needed, tested, blocked, covered, failing, ...(untested !== undefined && { untested }) };
}

/** Undefined where the first visit is still to come. */
function reasonOf(
  { reasons }: FlowKnowledge,
  { needs, network, self }: Situation,
  flow: FlowKey,
  needed: number,
): UntestedReason | undefined {
  const { protocol, family } = flowOf(flow);
  const { ring, needed: bits } = needs;
  const bit = flowBit(flow);
  if (needed === 0 && isOpen(needs, flow)) return 'pairs-unknown';
  if (needed === 0) return protocol === 'bgp' && speaksWithNodesAlone(network, self, family) ? 'not-needed' : 'no-peer';
  const answering = ring.peers.some(({ answers }, place) => answers && ((bits[place] ?? 0) & bit) !== 0);
  return answering ? reasons.get(flow) : 'no-peer';
}
