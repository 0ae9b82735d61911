import type { RowGroup } from '../../../fleet/groups/row-group';
import type { NodeRow } from '../../../fleet/node-row';

/** One row of the grid below its head. */
export type MatrixLine =
  | { readonly kind: 'node'; readonly row: NodeRow; readonly isInGroup: boolean }
  | { readonly kind: 'group'; readonly group: RowGroup; readonly isOpen: boolean };

/** Groups of one node with findings of its own are that node: there is nothing to unfold. */
export type LonelyGroups = 'nodes' | 'groups';

export const nodeLine = (row: NodeRow): MatrixLine => ({ kind: 'node', row, isInGroup: false });

export const lineKey = (line: MatrixLine): string =>
  line.kind === 'node' ? line.row.name : `group:${line.group.id}/${line.group.rows[0]?.name ?? ''}`;

/** The lines of one group. */
export function linesOfGroup(group: RowGroup, open: ReadonlySet<string>, lonely: LonelyGroups): MatrixLine[] {
  const [first] = group.rows;
  if (lonely === 'nodes' && group.rows.length === 1 && first !== undefined) return [nodeLine(first)];
  const isOpen = open.has(group.id);
  const nodes = isOpen ? group.rows.map((row): MatrixLine => ({ kind: 'node', row, isInGroup: true })) : [];
  return [{ kind: 'group', group, isOpen }, ...nodes];
}

/** How many they are, without making them. */
export const countLines = (groups: readonly RowGroup[], open: ReadonlySet<string>, lonely: LonelyGroups): number =>
  groups.reduce((sum, group) => {
    const isNode = lonely === 'nodes' && group.rows.length === 1;
    return sum + 1 + (!isNode && open.has(group.id) ? group.rows.length : 0);
  }, 0);
