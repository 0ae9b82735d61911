import type { Fact } from '../../model/fact';
import type { FlowProtocol } from '../../model/traffic/flow';
import { flowOf } from '../../model/traffic/flow';
import type { BlockedOutcome, FailingFlowPeer, FlowTest, FlowTests } from '../../model/traffic/flow-tests';
import type { ProfileValues } from '../../model/profile-values';
import type { Judgement } from '../../model/requirement';
import { describeBlocked, describeCoverage } from './flow-coverage';
import { reasonOfOutcome, reasonOfUntested } from './flow-reasons';

/** Up to so many peers have been visited when a first round is complete: ten fixed and ten of the first epoch (ADR 37). */
const firstRound = 20;

/**
 * This part of the peers may be away: in a large cluster some node always is, for an upgrade or a repair. Of such a peer
 * nothing is known, and the flow to all others is.
 */
const fewOfThem = 0.2;

/** The traffic that a requirement is about. */
export interface JudgedTraffic {
  readonly protocol: FlowProtocol;
  /** The port or protocol number, e.g. `UDP 4789`. */
  readonly label: string;
  /** Full-size packets instead of small ones. */
  readonly large?: boolean;
}

/**
 * What tests say of one protocol in the families that the profile has, for Typha in that of its address; undefined where
 * they say nothing of one of them. Small and full-size packets are judged apart: either has faults of its own. Unmet only
 * with a peer that was there all the while. `observed` tells how many were blocked, also where it is met.
 */
export function judgeFlows(
  tests: Fact<FlowTests>,
  { ipFamilies }: Pick<ProfileValues, 'ipFamilies'>,
  { protocol, label, large: isLarge = false }: JudgedTraffic,
): Judgement | undefined {
  if (tests.status === 'unavailable') return undefined;
  const ofProtocol = tests.value.flows.filter(({ flow }) => {
    const { family, large, protocol: its } = flowOf(flow);
    return its === protocol && large === isLarge && (protocol === 'typha' || ipFamilies.includes(family));
  });
  const proven = ofProtocol.flatMap(({ failing }) => failing.filter((peer) => peer.proven));
  // A packet that is too large and told so is sent again in smaller ones; silence is a loss.
  const lost = isLarge ? proven.filter(({ outcome }) => outcome !== 'prohibited') : [];
  const blocked = worstOutcome(lost.length > 0 ? lost : proven);
  if (blocked !== undefined)
    return { outcome: 'unmet', reason: reasonOfOutcome[blocked], observed: describeBlocked(label, ofProtocol) };
  if (ofProtocol.length < (protocol === 'typha' ? 1 : ipFamilies.length)) return undefined;
  const observed = describeCoverage(label, ofProtocol, tests.value.allPairsBy);
  return { ...withoutFailure(ofProtocol), observed };
}

function withoutFailure(flows: readonly FlowTest[]): Omit<Judgement, 'observed'> {
  const needed = flows.filter((flow) => flow.needed > 0);
  const others = flows.filter((flow) => flow.untested !== 'not-needed');
  const sessions = flows.flatMap(({ external }) => (external === undefined || external.needed === 0 ? [] : [external]));
  if (flows.some((flow) => unproven(flow) > flow.tested * fewOfThem))
    return { outcome: 'undetermined', reason: 'FlowsDoubtful' };
  const untested = (needed.length > 0 ? needed : others).find((flow) => flow.untested !== undefined)?.untested;
  if (untested !== undefined) return { outcome: 'undetermined', reason: reasonOfUntested[untested] };
  if (needed.length === 0 && sessions.length === 0)
    return { outcome: 'undetermined', reason: reasonOfUntested[others.length === 0 ? 'not-needed' : 'no-peer'] };
  // Silence of a router says nothing, and nothing is sent to it.
  if (sessions.some((external) => external.up < external.needed))
    return { outcome: 'undetermined', reason: 'BgpSessionMissing' };
  if (needed.length === 0) return { outcome: 'met', reason: 'BgpSessionsUp' };
  const isComplete = needed.every((flow) => flow.covered + unproven(flow) >= Math.min(flow.needed, firstRound));
  return isComplete ? { outcome: 'met', reason: 'FlowsOpen' } : { outcome: 'undetermined', reason: 'FlowsUnfinished' };
}

/** Peers that were blocked lately, or fail, and of which nobody knows that they were there. */
const unproven = ({ failing, blocked }: FlowTest): number => Math.max(blocked, failing.length);

/** How most of these peers are blocked. */
function worstOutcome(peers: readonly FailingFlowPeer[]): BlockedOutcome | undefined {
  if (peers.length === 0) return undefined;
  const count = (outcome: BlockedOutcome): number => peers.filter((peer) => peer.outcome === outcome).length;
  const [most] = Object.keys(reasonOfOutcome).sort(
    (one, other) => count(other as BlockedOutcome) - count(one as BlockedOutcome),
  );
  return most as BlockedOutcome;
}
