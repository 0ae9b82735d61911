import type { Message } from '../model/message';
import type { WaiverState } from '../model/waiver';
import type { ReadWaiver, ReadWaivers } from './read-waivers';
import { selectorKey } from './selector-text';

/** What one waiver of a policy currently comes to. */
export interface WaiverUse {
  /** Its place in the policy's list, from 0. */
  readonly index: number;
  readonly requirement: string;
  readonly state: WaiverState;
  /** Nodes of which it covers the finding. A finding that several waivers cover counts for one of them. */
  readonly nodes: number;
  /** What is wrong with it; only of an invalid one. */
  readonly problem?: Message;
  /** The place of an earlier waiver for the same requirement and the same nodes, where neither has ended. */
  readonly duplicateOf?: number;
}

/**
 * The waivers that repeat the requirement and the nodes of an earlier one, with the place of that one. One that has ended
 * repeats nothing and is not repeated: it was renewed. `now` is in milliseconds since 1970.
 */
export function repeatedWaivers(usable: readonly ReadWaiver[], now: number): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const repeated = new Map<number, number>();
  for (const { index, requirement, selector, expiresAt } of usable) {
    if (expiresAt <= now) continue;
    const key = `${requirement} ${selectorKey(selector)}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else repeated.set(index, earlier);
  }
  return repeated;
}

/** Counts what waivers cover. Each finding is given once, with the waiver that covers it: one a node, since a waiver is for one requirement. */
export class WaiverCount {
  private readonly nodes = new Map<number, number>();

  add({ index }: ReadWaiver): void {
    this.nodes.set(index, (this.nodes.get(index) ?? 0) + 1);
  }

  /** All waivers of the policy in its order, at this time (milliseconds since 1970). */
  uses({ usable, invalid }: ReadWaivers, now: number): readonly WaiverUse[] {
    const repeated = repeatedWaivers(usable, now);
    const uses: readonly WaiverUse[] = [
      ...usable.map(({ index, requirement, expiresAt }): WaiverUse => {
        const duplicateOf = repeated.get(index);
        const nodes = this.nodes.get(index) ?? 0;
        const state = expiresAt <= now ? 'Expired' : nodes === 0 ? 'MatchesNothing' : 'Active';
        return { index, requirement, state, nodes, ...(duplicateOf !== undefined && { duplicateOf }) };
      }),
      ...invalid.map((waiver): WaiverUse => ({ ...waiver, state: 'Invalid', nodes: 0 })),
    ];
    return [...uses].sort((one, other) => one.index - other.index);
  }
}
