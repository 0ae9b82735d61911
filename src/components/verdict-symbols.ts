import type { Connectivity, Verdict } from '@calico-readiness/requirements';
import type { RowVerdict } from '../fleet/node-row';

/** Everything that one of our symbols stands for: the verdict of a cell, of a node, or of the flows of a node. */
export type SymbolName = Verdict | RowVerdict | Connectivity;
