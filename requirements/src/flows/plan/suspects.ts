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

/** What one flow of a visit came to; `not-tested` where the responder refused, or this node could not send. */
export type Outcome = 'open' | 'blocked' | 'not-tested';

/** A flow to a peer that was blocked when it was last tested. Times in milliseconds since 1970. */
export interface Suspect {
  /** The peer, by its key. */
  readonly target: number;
  readonly flow: FlowKey;
  /** Three, and the flow fails. */
  readonly strikes: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** When it had its third strike; undefined before. */
  readonly failedAt: number | undefined;
  /** The last visits that were blocked, at most three, in order. */
  readonly recent: readonly number[];
  /** When it is visited again. */
  readonly nextAt: number;
  /** Milliseconds until the visit after that one, once it fails. */
  readonly wait: number;
}

/** Suspects by `suspectKey`. */
export type Suspects = ReadonlyMap<string, Suspect>;

export const suspectKey = (target: number, flow: FlowKey): string => `${String(target)} ${flow}`;

/** Two visits that are closer are one look at one disturbance; milliseconds. */
const apart = 60_000;

export const isFailing = ({ strikes }: Suspect): boolean => strikes >= strikesToFail;

/** Failing peers are visited again at once, and as often as at first: somebody says that the fault is repaired. */
export const dueAgain = (suspects: Suspects, now: number): Suspects =>
  new Map(
    [...suspects].map(([key, suspect]) => [
      key,
      isFailing(suspect) ? { ...suspect, nextAt: Math.min(suspect.nextAt, now), wait: firstRetest } : suspect,
    ]),
  );

/** How many peers of a flow have had their three strikes. */
export function failingOf(suspects: Suspects, flow: FlowKey): number {
  let failing = 0;
  for (const suspect of suspects.values()) if (suspect.flow === flow && isFailing(suspect)) failing += 1;
  return failing;
}

/** Takes what one flow to one peer came to into a map that nobody else holds yet. */
export function takeOutcome(
  suspects: Map<string, Suspect>,
  { target, flow, outcome, at }: { target: number; flow: FlowKey; outcome: Outcome; at: number },
): void {
  const key = suspectKey(target, flow);
  const known = suspects.get(key);
  if (outcome === 'open') suspects.delete(key);
  if (outcome === 'open' || (known === undefined && outcome === 'not-tested')) return;
  const next = known === undefined ? undefined : afterKnown(known, outcome, at);
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

/** Undefined where the strikes are too old to go on with. */
function afterKnown(known: Suspect, outcome: 'blocked' | 'not-tested', at: number): Suspect | undefined {
  const failing = isFailing(known);
  if (!failing && at - known.firstAt > strikeWindow) return undefined;
  if (outcome === 'not-tested')
    return { ...known, nextAt: at + (failing ? known.wait : (strikeDelays[0] ?? firstRetest)) };
  if (at - known.lastAt < apart) return known;
  const strikes = Math.min(strikesToFail, known.strikes + 1);
  const wait = failing ? Math.min(lastRetest, known.wait * 2) : known.wait;
  const delay = strikes < strikesToFail ? (strikeDelays[strikes - 1] ?? firstRetest) : wait;
  const failedAt = known.failedAt ?? (strikes >= strikesToFail ? at : undefined);
  const recent = [...known.recent, at].slice(-strikesToFail);
  return { ...known, strikes, lastAt: at, failedAt, recent, nextAt: at + delay, wait };
}

/**
 * Where ten peers of a flow fail already, another one changes neither verdict nor cause: it is counted, and visited by
 * plan alone. So a node that is cut off does not visit three times as often as one that is not.
 */
const mayBeNew = (suspects: Suspects, flow: FlowKey): boolean =>
  suspects.size < mostSuspects && failingOf(suspects, flow) < mostFailingPeers;
