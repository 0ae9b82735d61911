/**
 * What is known of an ICMP message about an attempt: its type and code; that none came; that some came, perhaps about
 * something else; or nothing.
 */
export type IcmpWord =
  | { readonly seen: 'message'; readonly family: 4 | 6; readonly type: number; readonly code: number }
  | { readonly seen: 'none' }
  | { readonly seen: 'some' }
  | { readonly seen: 'unknown' };

/** Counts of messages before and after an attempt; undefined where they could not be read. */
export function wordOfCounts(before: number | undefined, after: number | undefined): IcmpWord {
  if (before === undefined || after === undefined) return { seen: 'unknown' };
  return { seen: before === after ? 'none' : 'some' };
}
