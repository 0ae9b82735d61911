import type { RowGroup } from '../../../fleet/groups/row-group';
import type { NodeRow } from '../../../fleet/node-row';
import { isUntestedFlow } from '../../../fleet/unmet-findings';
import type { SymbolName } from '../../../components/verdicts/verdict-words';
import { shownCell } from '../shown-cell';
import type { ShownCell } from '../shown-cell';
import type { ShownColumn } from '../shown-columns';

export interface SymbolCount {
  readonly symbol: SymbolName;
  readonly count: number;
}

/** What the nodes of a group say in one column. */
export interface GroupCell {
  /** By symbol, worst first; never empty. */
  readonly counts: readonly SymbolCount[];
  /** What the cell of each of them says, where it is the same. */
  readonly shared: ShownCell | undefined;
}

/** What may hide a failure comes before what is known to be none. The compiler asks for every symbol: one that is left out would not be counted. */
const worstFirst = {
  Fail: true,
  NotReady: true,
  Broken: true,
  Unknown: true,
  Stale: true,
  NoReport: true,
  NotVerified: true,
  Warn: true,
  Waived: true,
  ReadyWithWaivers: true,
  Pass: true,
  Ready: true,
  Verified: true,
  NotApplicable: true,
} satisfies Record<SymbolName, true>;
const symbolsWorstFirst = Object.keys(worstFirst) as readonly SymbolName[];

const remembered = new WeakMap<RowGroup, WeakMap<ShownColumn, GroupCell>>();

/** In time that grows with the kinds of rows in the group, not with its nodes. */
export function groupCell(group: RowGroup, column: ShownColumn): GroupCell {
  let cells = remembered.get(group);
  if (cells === undefined) remembered.set(group, (cells = new WeakMap<ShownColumn, GroupCell>()));
  const known = cells.get(column);
  if (known !== undefined) return known;
  const ofKinds = group.kinds.map(({ row }) => cellOf(row, column));
  const [first] = ofKinds;
  const cell: GroupCell = {
    counts: countSymbols(group, (_row, kind) => symbolOf(ofKinds[kind])),
    shared:
      first !== undefined && ofKinds.every((other) => other !== undefined && saysTheSame(first, other))
        ? first
        : undefined,
  };
  cells.set(column, cell);
  return cell;
}

/** How many nodes of a group have which symbol, worst first. */
export function countSymbols(group: RowGroup, symbol: (row: NodeRow, kind: number) => SymbolName): SymbolCount[] {
  const counts = new Map<SymbolName, number>();
  group.kinds.forEach(({ row, count }, kind) => {
    const found = symbol(row, kind);
    counts.set(found, (counts.get(found) ?? 0) + count);
  });
  return symbolsWorstFirst.flatMap((found) => {
    const count = counts.get(found);
    return count === undefined ? [] : [{ symbol: found, count }];
  });
}

const cellOf = (row: NodeRow, column: ShownColumn): ShownCell | undefined =>
  row.report === undefined ? undefined : shownCell(row, row.report, column);

function symbolOf(cell: ShownCell | undefined): SymbolName {
  if (cell === undefined) return 'NoReport';
  if (cell.kind === 'stale') return 'Stale';
  if (cell.kind === 'chapter') return cell.cell.verdict;
  return cell.waiver === undefined ? cell.finding.verdict : 'Waived';
}

function saysTheSame(one: ShownCell, other: ShownCell): boolean {
  if (one.kind === 'stale' || other.kind === 'stale') return one.kind === other.kind;
  if (one.kind === 'chapter') {
    if (other.kind !== 'chapter') return false;
    return sameChapter(one.cell, other.cell) && sameChapter(one.before, other.before);
  }
  return (
    other.kind === 'requirement' &&
    one.waiver?.expiresAt === other.waiver?.expiresAt &&
    sameFinding(one.finding, other.finding) &&
    sameFinding(one.before, other.before)
  );
}

type ChapterPart = Extract<ShownCell, { kind: 'chapter' }>['before'];
type FindingPart = Extract<ShownCell, { kind: 'requirement' }>['before'];

const sameChapter = (one: ChapterPart, other: ChapterPart): boolean =>
  one?.verdict === other?.verdict &&
  one?.count === other?.count &&
  one?.applicable === other?.applicable &&
  one?.untested === other?.untested;

const sameFinding = (one: FindingPart, other: FindingPart): boolean =>
  one?.verdict === other?.verdict &&
  (one !== undefined && isUntestedFlow(one)) === (other !== undefined && isUntestedFlow(other));
