/**
 * Why a property of a host could not be observed.
 *
 * - `not-found`: the source does not exist and its absence proves nothing
 * - `denied`: the source exists and may not be read
 * - `timed-out`: the probe ran longer than it may
 * - `malformed`: the source was read and is not what it should be
 * - `too-large`: the source is larger than any genuine one
 * - `unsupported`: this host, or this way of looking at it, has no such source
 * - `not-tested`: observing it takes something that was not done yet (a flow needs a peer)
 * - `failed`: anything else; `detail` says what
 */
export const unavailableReasons = [
  'not-found',
  'denied',
  'timed-out',
  'malformed',
  'too-large',
  'unsupported',
  'not-tested',
  'failed',
] as const;

export type UnavailableReason = (typeof unavailableReasons)[number];

/** A property that was seen on the host. `source` is the host path (or bus, or socket) that showed it. */
export interface ObservedFact<T> {
  readonly status: 'observed';
  readonly value: T;
  readonly source: string;
}

/** A property that could not be seen. It never counts as present and never as absent. */
export interface UnavailableFact {
  readonly status: 'unavailable';
  readonly reason: UnavailableReason;
  readonly source: string;
  /** One sentence for a person, at most 200 characters; may hold untrusted host text. */
  readonly detail?: string;
}

/** One observed property of a node with its source, or the reason why it could not be observed. */
export type Fact<T> = ObservedFact<T> | UnavailableFact;

/** Builds an observed fact. */
export const observed = <T>(value: T, source: string): ObservedFact<T> => ({ status: 'observed', value, source });

/** Builds an unavailable fact. */
export const unavailable = (reason: UnavailableReason, source: string, detail?: string): UnavailableFact =>
  detail === undefined ? { status: 'unavailable', reason, source } : { status: 'unavailable', reason, source, detail };

/** The value of an observed fact; undefined where it could not be seen, for whoever treats both alike. */
export const observedValue = <T>(fact: Fact<T>): T | undefined => (fact.status === 'observed' ? fact.value : undefined);
