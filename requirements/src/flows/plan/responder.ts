import { answerBurst, answerInterval, responderTolerance, strikeWindow } from './plan-limits';
import type { Ring } from './ring';
import { epochLength } from './plan-limits';
import { hasPlannedVisit } from './schedule';
import type { TokenBucket } from './token-bucket';
import { filledBucket, fullBucket } from './token-bucket';

/** What a responder remembers: how many visits it may still answer, and who may come again until when. */
export interface ResponderState {
  readonly bucket: TokenBucket;
  /** By the visitor's key: until when it may test again what was blocked; milliseconds since 1970. */
  readonly guests: ReadonlyMap<number, number>;
}

const bucketSize = { burst: answerBurst, interval: answerInterval };
/** Visitors that may come again; more are asked to wait for their planned visit. */
const mostGuests = 500;
/** A visitor that was there by plan may come again for as long, by which it names a failing peer or not. */
const guestTime = strikeWindow + 2 * responderTolerance;

export const initialResponder = (now: number): ResponderState => ({
  bucket: fullBucket(bucketSize, now),
  guests: new Map(),
});

/**
 * Whether a visit is answered. It is refused, which the visitor takes for not tested, where the visitor is no peer, where
 * the plan has no visit at this time and had none in the last minutes, or where too many came. Retests of failing peers
 * come later and unplanned: they are answered out of the same bucket, while at least half of it is left.
 */
export function answersVisit(
  state: ResponderState,
  { ring, self, visitor, retest }: { ring: Ring; self: number; visitor: number; retest: boolean },
  now: number,
): { readonly state: ResponderState; readonly answers: boolean } {
  const bucket = filledBucket(state.bucket, bucketSize, now);
  const [source, target] = [ring.places.get(visitor), ring.places.get(self)];
  const refused = { state: { ...state, bucket }, answers: false };
  if (source === undefined || target === undefined || source === target || bucket.tokens < 1) return refused;
  const isGuest = (state.guests.get(visitor) ?? 0) >= now;
  const isRetest = retest && bucket.tokens * 2 >= answerBurst;
  if (!isGuest && !isRetest && !isPlanned(ring, source, target, now)) return refused;
  const guests = new Map([...state.guests].filter(([, until]) => until >= now).slice(-mostGuests + 1));
  if (!isGuest) guests.set(visitor, now + guestTime);
  return { state: { bucket: { ...bucket, tokens: bucket.tokens - 1 }, guests }, answers: true };
}

/** Whether the plan has the visit about now, or had it in the last epoch, when it may have waited for the visitor's bucket. */
const isPlanned = (ring: Ring, source: number, target: number, now: number): boolean =>
  hasPlannedVisit(ring, source, target, now - responderTolerance - epochLength, now + responderTolerance);
