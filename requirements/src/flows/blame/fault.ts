import type { Grouping } from '../../model/traffic/flow';

/**
 * What would explain failing pairs.
 *
 * - `everywhere`: the flow, between any nodes
 * - `path`: from one group of nodes to another, which may be the same
 * - `group`: between one group and all others of its kind
 * - `target`: to one node, from all; `source`: from one node, to all
 * - `pair`: from one node to another, and nothing more is known
 */
export type Fault =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'path'; readonly grouping: Grouping; readonly from: string; readonly to: string }
  | { readonly kind: 'group'; readonly grouping: Grouping; readonly name: string; readonly way: 'in' | 'out' | 'both' }
  | { readonly kind: 'target' | 'source'; readonly node: number }
  | { readonly kind: 'pair'; readonly source: number; readonly target: number };

/** A fault that was found, and how many pairs it explains. */
export interface FoundFault {
  readonly fault: Fault;
  readonly pairs: number;
}
