import type { FlowKey } from '../../model/traffic/flow';
import { epochsPerFixedRound, strikeWindow, visitBurst, visitInterval } from './plan-limits';
import type { Ring } from './ring';
import { epochAt, isSmall, stretchOf } from './ring';
import type { FlowCounts } from './flow-counts';
import { countedOutcomes, emptyCounts, rolledCounts } from './flow-counts';
import { visitsBetween } from './schedule';
import type { Visit, VisitOutcome } from './visit';
import type { Suspect, Suspects } from './suspects';
import { isFailing } from './suspects';
import { takeOutcome } from './strikes';
import type { TokenBucket } from './token-bucket';
import { filledBucket, fullBucket } from './token-bucket';

export type { Visit, VisitOutcome } from './visit';

/** What a node remembers of its tests. It is a value: who goes on with it gets a new one. */
export interface TestState {
  /** Planned visits up to here were made, or missed; milliseconds since 1970. */
  readonly since: number;
  readonly bucket: TokenBucket;
  readonly suspects: Suspects;
  readonly counts: FlowCounts;
}

const bucketSize = { burst: visitBurst, interval: visitInterval };

/** A node that has tested nothing. */
export const initialState = (now: number): TestState => ({
  since: now,
  bucket: fullBucket(bucketSize, now),
  suspects: new Map(),
  counts: emptyCounts(stretchOf(epochAt(now))),
});

/** Who is to be visited now: what the policy allows, the bucket holds, and the peer can answer. */
export function nextVisits(
  state: TestState,
  { ring, self, enabled }: { readonly ring: Ring; readonly self: number; readonly enabled: boolean },
  now: number,
): { readonly state: TestState; readonly visits: readonly Visit[] } {
  const source = ring.places.get(self);
  if (!enabled || source === undefined) return { state: initialState(now), visits: [] };
  const counts = rolledCounts(state.counts, stretchOf(epochAt(now)));
  const bucket = filledBucket(state.bucket, bucketSize, now);
  const suspects = stillThere(state.suspects, ring, now);
  const visits = retests(suspects, now).slice(0, bucket.tokens);
  let since = Math.min(state.since, now);
  for (const { target, at } of visitsBetween(ring, source, since, now)) {
    if (visits.length >= bucket.tokens) break;
    since = at;
    const peer = ring.peers[target];
    if (peer?.answers === true) visits.push({ target: peer.key, flows: undefined, counts: isCounted(ring, at) });
  }
  if (visits.length < bucket.tokens) since = now;
  const left = { ...bucket, tokens: bucket.tokens - visits.length };
  return { state: { since, bucket: left, suspects: visited(suspects, visits, now), counts }, visits };
}

/** Takes what visits came to. */
export function withOutcomes(state: TestState, done: readonly VisitOutcome[]): TestState {
  let suspects: Map<string, Suspect> | undefined;
  for (const { target, at, asked, outcomes } of done) {
    for (const [flow, outcome] of outcomes) {
      if (outcome !== 'blocked' && state.suspects.size === 0 && suspects === undefined) continue;
      suspects ??= new Map(state.suspects);
      takeOutcome(suspects, { target, flow, outcome, at, asked });
    }
  }
  const counts = countedOutcomes(
    state.counts,
    done.filter((one) => one.counts),
  );
  return { ...state, counts, suspects: suspects ?? state.suspects };
}

/** Drops peers that left or cannot answer, and strikes that nothing followed: nobody fails by what cannot be repeated. */
function stillThere(suspects: Suspects, ring: Ring, now: number): Suspects {
  const gone = [...suspects].filter(
    ([, suspect]) =>
      ring.peers[ring.places.get(suspect.target) ?? -1]?.answers !== true ||
      (!isFailing(suspect) && now - suspect.firstAt > strikeWindow),
  );
  if (gone.length === 0) return suspects;
  const kept = new Map(suspects);
  for (const [key] of gone) kept.delete(key);
  return kept;
}

/** One visit for each peer of whom a flow is due, the longest due first. */
function retests(suspects: Suspects, now: number): Visit[] {
  const due = [...suspects.values()].filter(({ nextAt }) => nextAt <= now);
  due.sort((one, other) => one.nextAt - other.nextAt);
  const targets = new Map<number, FlowKey[]>();
  for (const { target, flow } of due) targets.set(target, [...(targets.get(target) ?? []), flow]);
  return [...targets].map(([target, flows]) => ({ target, flows, counts: false }));
}

/** What is being visited is due again only if nothing comes of it. */
function visited(suspects: Suspects, visits: readonly Visit[], now: number): Suspects {
  const targets = new Set(visits.filter(({ flows }) => flows !== undefined).map(({ target }) => target));
  if (targets.size === 0) return suspects;
  return new Map(
    [...suspects].map(([key, suspect]) => [
      key,
      targets.has(suspect.target) && suspect.nextAt <= now ? { ...suspect, nextAt: now + 60_000 } : suspect,
    ]),
  );
}

/** Everyone of a small ring is visited five times in a stretch, and counted once. */
const isCounted = (ring: Ring, at: number): boolean => !isSmall(ring) || epochAt(at) % epochsPerFixedRound === 0;
