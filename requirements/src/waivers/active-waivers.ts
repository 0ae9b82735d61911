import type { Labels } from './label-selector';
import { selectorMatches } from './label-selector';
import type { ReadWaiver } from './read-waivers';

/** The waivers that hold for one node, by the requirement that they waive. */
export type NodeWaivers = ReadonlyMap<string, ReadWaiver>;

const none: NodeWaivers = new Map();

/**
 * The waivers that have not ended at one time. Remembers what it said of labels, so that nodes cost nothing whose labels
 * did not change; labels must not be changed in place.
 */
export class ActiveWaivers {
  readonly waivers: readonly ReadWaiver[];
  private readonly remembered = new WeakMap<Labels, NodeWaivers>();

  /** `now` is in milliseconds since 1970. A waiver holds until its expiry, and no longer at it. */
  constructor(usable: readonly ReadWaiver[], now: number) {
    this.waivers = usable.filter(({ expiresAt }) => expiresAt > now);
  }

  /** Of several that are for the same requirement of a node, the one that ends last; of those, the first. */
  ofNode(labels: Labels): NodeWaivers {
    if (this.waivers.length === 0) return none;
    const known = this.remembered.get(labels);
    if (known !== undefined) return known;
    const found = new Map<string, ReadWaiver>();
    for (const waiver of this.waivers) {
      const before = found.get(waiver.requirement);
      if (before !== undefined && before.expiresAt >= waiver.expiresAt) continue;
      if (selectorMatches(waiver.selector, labels)) found.set(waiver.requirement, waiver);
    }
    const answer = found.size === 0 ? none : found;
    this.remembered.set(labels, answer);
    return answer;
  }
}

/** When the next of these waivers ends after `now`, milliseconds since 1970; undefined where none does. */
export function nextExpiry(usable: readonly ReadWaiver[], now: number): number | undefined {
  let next: number | undefined;
  for (const { expiresAt } of usable) if (expiresAt > now && expiresAt < (next ?? Infinity)) next = expiresAt;
  return next;
}
