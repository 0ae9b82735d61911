import type { FlowKey, Grouping } from '../traffic/flow';

/** Most groups of nodes in a ClusterReport's flows, and most causes. */
export const reportedFlowLimits = { groups: 12, cells: 1024, causes: 32 } as const;

/** Why flows between nodes fail: one fault with all flows that it blocks. */
export interface ReportedFlowCause {
  /** What the failing pairs have in common. */
  readonly kind: 'everywhere' | 'path' | 'group' | 'target' | 'source' | 'pair';
  /** The flows, e.g. `vxlan-IPv4`. @maxItems 14 */
  readonly flows: readonly FlowKey[];
  /** How many ordered pairs of nodes it blocks, of the flow with most. */
  readonly pairs: number;
  /** Whether the way back is blocked too; left out where it is not. */
  readonly bothWays?: boolean;
  /** Whether only packets of full size are lost; left out where it is not so. */
  readonly onlyLarge?: boolean;
  /** How nodes are grouped; for `path` and `group`. */
  readonly grouping?: Grouping;
  /** The group that a path begins with, or the source node. @maxLength 253 */
  readonly from?: string;
  /** The group that a path ends with, or the target node. @maxLength 253 */
  readonly to?: string;
  /** The same in one sentence. @maxLength 512 */
  readonly message: string;
}

/** One flow from one group of nodes to another. */
export interface ReportedFlowCell {
  /** The flow, e.g. `vxlan-IPv4`. */
  readonly flow: FlowKey;
  /** Place of the group in `groups`. @minimum 0 @maximum 11 */
  readonly from: number;
  /** Place of the group in `groups`. @minimum 0 @maximum 11 */
  readonly to: number;
  /** Pairs tested lately, about. */
  readonly tested: number;
  /** Pairs that fail. */
  readonly failing: number;
}

/** What the flows between all nodes come to. */
export interface ReportedFlows {
  /** How the nodes of the cells are grouped. */
  readonly grouping: Grouping;
  /** The groups; the empty text is of nodes without one. @maxItems 12 */
  readonly groups: readonly string[];
  /** What was tested; a pair of groups without a cell was not. @maxItems 1024 */
  readonly cells: readonly ReportedFlowCell[];
  /** Why flows fail, that with most pairs first. @maxItems 32 */
  readonly causes: readonly ReportedFlowCause[];
}
