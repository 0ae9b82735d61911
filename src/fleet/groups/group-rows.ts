import type { NodeRow } from '../node-row';
import { rowVerdicts } from '../node-row';
import { unmetFindings } from '../unmet-findings';
import { rowSignature } from './finding-signature';
import { groupOrder } from './group-order';
import type { GroupSorting } from './group-order';
import type { RowGroup } from './row-group';
import { zoneOf } from './zone';

/** What rows can be folded by. */
export const groupings = ['none', 'findings', 'pool', 'zone', 'system', 'kernel'] as const;
export type Grouping = (typeof groupings)[number];

/**
 * Folds rows, in time that grows with their number. Groups with the most failing requirements come first, then
 * the largest; by name, those whose value or first node comes first. A group that says the same as one of `previous` is that one.
 */
export function groupRows(
  rows: readonly NodeRow[],
  grouping: Exclude<Grouping, 'none'>,
  sorting: GroupSorting,
  previous: readonly RowGroup[] = [],
): readonly RowGroup[] {
  const gathered = new Map<string, Gathered>();
  for (const row of rows) {
    const signature = rowSignature(row);
    const shared = grouping === 'findings' ? '' : valueOf(row, grouping);
    const key = grouping === 'findings' ? signature.key : shared;
    let group = gathered.get(key);
    if (group === undefined)
      gathered.set(key, (group = new Gathered(grouping === 'findings' ? signature.mark : shared, shared)));
    group.add(row, signature.key);
  }
  const earlier = new Map(previous.map((group) => [group.id, group]));
  const groups = [...gathered.values()].map((group) => group.group(earlier.get(group.id)));
  return groups.sort(groupOrder(sorting));
}

function valueOf(row: NodeRow, grouping: Exclude<Grouping, 'none' | 'findings'>): string {
  switch (grouping) {
    case 'pool':
      return row.pool?.name ?? '';
    case 'zone':
      return zoneOf(row);
    case 'system':
      return row.system.name;
    case 'kernel':
      return row.report?.facts.kernelRelease ?? '';
    default:
      return grouping satisfies never;
  }
}

/** A group while rows are added to it. */
class Gathered {
  private readonly rows: NodeRow[] = [];
  private readonly kinds = new Map<string, { readonly row: NodeRow; count: number }>();

  constructor(
    readonly id: string,
    private readonly value: string,
  ) {}

  add(row: NodeRow, signature: string): void {
    this.rows.push(row);
    const kind = this.kinds.get(signature);
    if (kind === undefined) this.kinds.set(signature, { row, count: 1 });
    else kind.count += 1;
  }

  group(earlier: RowGroup | undefined): RowGroup {
    const { id, value, rows } = this;
    if (earlier?.rows.length === rows.length && earlier.rows.every((row, at) => row === rows[at])) return earlier;
    const kinds = [...this.kinds.values()];
    const failing = new Set(kinds.flatMap(({ row }) => failingOf(row)).map(({ requirement }) => requirement));
    return {
      id,
      value,
      rows,
      kinds,
      failing: failing.size,
      worst: rowVerdicts.find((verdict) => kinds.some(({ row }) => row.verdict === verdict)) ?? 'NoReport',
      pools: [...new Set(rows.map(({ pool }) => pool?.name ?? ''))],
      systems: [...new Set(rows.map(({ system }) => system.name))],
    };
  }
}

const failingOf = ({ report, verdict }: NodeRow) =>
  report === undefined || verdict === 'Stale'
    ? []
    : unmetFindings(report).filter((finding) => finding.verdict === 'Fail');
