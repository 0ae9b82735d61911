import type { NodeRow, RowVerdict } from '../node-row';

/** Rows of a group that have the same findings: one of them, and how many there are. */
export interface RowKind {
  readonly row: NodeRow;
  readonly count: number;
}

/** Rows that share what they are grouped by. */
export interface RowGroup {
  /** As the address names it. */
  readonly id: string;
  /** What they share, untrusted; empty for same findings, and where it is not known. */
  readonly value: string;
  /** In the order of the rows given. */
  readonly rows: readonly NodeRow[];
  readonly kinds: readonly RowKind[];
  /** Requirements that fail on at least one of its nodes, by current reports. */
  readonly failing: number;
  readonly worst: RowVerdict;
  /** The names of their pools and systems, each once; an empty one stands for none. */
  readonly pools: readonly string[];
  readonly systems: readonly string[];
}
