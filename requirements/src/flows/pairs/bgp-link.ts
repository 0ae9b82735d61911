import type { Need } from '../../model/traffic/flow';

/**
 * Whether two nodes speak BGP over a family of addresses:
 *
 * - `none`: they do not
 * - `needed`: they do
 * - `guarded`: they do, with a password or a count of hops, so that silence does not mean that something is in the way
 * - `unknown`: objects that would tell could not be read or understood, or the port is another one
 *
 * The order is that of their numbers in the list of peers.
 */
export const bgpLinks = ['none', 'needed', 'guarded', 'unknown'] as const;
export type BgpLink = (typeof bgpLinks)[number];

/** The same without what silence means. */
export const needOfLink = (link: BgpLink): Need =>
  link === 'none' ? 'not-needed' : link === 'unknown' ? 'unknown' : 'needed';

const strength: readonly BgpLink[] = ['none', 'unknown', 'needed', 'guarded'];

/** What two reasons to speak BGP come to: one that is sure counts, and so does a password of either. */
export const strongerLink = (one: BgpLink, other: BgpLink): BgpLink =>
  strength.indexOf(one) >= strength.indexOf(other) ? one : other;
