import type { FlowKey } from '../../model/traffic/flow';
import {
  firstRetest,
  lastRetest,
  mostFailingPeers,
  mostSuspects,
  strikeDelays,
  strikesToFail,
  strikeWindow,
} from './plan-limits';
import type { Outcome, Suspect, Suspects } from './suspects';
import { failingOf, isFailing, suspectKey } from './suspects';

/** Two visits that are closer are one look at one disturbance; milliseconds. */
const apart = 60_000;

/** What one flow to one peer came to; `asked` where somebody asked for the visit. */
interface Taken {
  readonly target: number;
  readonly flow: FlowKey;
  readonly outcome: Outcome;
  readonly at: number;
  readonly asked?: boolean | undefined;
}

/** Takes what one flow to one peer came to into a map that nobody else holds yet. */
export function takeOutcome(suspects: Map<string, Suspect>, { target, flow, outcome, at, asked = false }: Taken): void {
  const key = suspectKey(target, flow);
  const known = suspects.get(key);
  if (outcome === 'open') suspects.delete(key);
  if (outcome === 'open' || (known === undefined && outcome === 'not-tested')) return;
  const next = known === undefined ? undefined : afterKnown(known, outcome, at, asked);
  if (next !== undefined) suspects.set(key, next);
  else if (outcome === 'not-tested') suspects.delete(key);
  else if (known !== undefined || mayBeNew(suspects, flow)) suspects.set(key, firstStrike(target, flow, at));
}

const firstStrike = (target: number, flow: FlowKey, at: number): Suspect => ({
  target,
  flow,
  strikes: 1,
  firstAt: at,
  lastAt: at,
  failedAt: undefined,
  recent: [at],
  nextAt: at + (strikeDelays[0] ?? firstRetest),
  wait: firstRetest,
});

/**
 * Undefined where the strikes are too old to go on with. A visit that somebody asked for is no second or third strike:
 * who asks three times in a minute would make a failure of a short disturbance. A failing peer is then visited as often
 * as at first.
 */
function afterKnown(
  known: Suspect,
  outcome: 'blocked' | 'not-tested',
  at: number,
  asked: boolean,
): Suspect | undefined {
  const failing = isFailing(known);
  if (!failing && at - known.firstAt > strikeWindow) return undefined;
  if (outcome === 'not-tested')
    return { ...known, nextAt: at + (failing ? known.wait : (strikeDelays[0] ?? firstRetest)) };
  if (at - known.lastAt < apart || (asked && !failing)) return known;
  const strikes = Math.min(strikesToFail, known.strikes + 1);
  const wait = asked ? firstRetest : failing ? Math.min(lastRetest, known.wait * 2) : known.wait;
  const delay = strikes < strikesToFail ? (strikeDelays[strikes - 1] ?? firstRetest) : wait;
  const failedAt = known.failedAt ?? (strikes >= strikesToFail ? at : undefined);
  const recent = asked ? known.recent : [...known.recent, at].slice(-strikesToFail - 1);
  return { ...known, strikes, lastAt: at, failedAt, recent, nextAt: at + delay, wait };
}

/**
 * Where ten peers of a flow fail already, another one changes neither verdict nor cause: it is counted, and visited by
 * plan alone. So a node that is cut off does not visit three times as often as one that is not.
 */
const mayBeNew = (suspects: Suspects, flow: FlowKey): boolean =>
  suspects.size < mostSuspects && failingOf(suspects, flow) < mostFailingPeers;
