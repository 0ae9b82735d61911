import type { Verdict } from '@calico-readiness/requirements';
import type { ReadFinding } from '../k8s/read-findings';
import type { ReadReport } from '../k8s/read-node-report';
import type { Column, ColumnChapter } from './columns';
import { notReported } from './reason-text';
import { isUntestedFlow } from './unmet-findings';
import type { RowWaivers } from './waivers/row-waivers';

/** The finding of a report for a column. A column that the report does not mention is Unknown. */
export const findingIn = (report: ReadReport, column: Pick<Column, 'id'>): ReadFinding =>
  report.findings.get(column.id) ?? { requirement: column.id, verdict: 'Unknown', reason: notReported, observed: '' };

/** What a cell counts as: the verdict, unless a waiver covers it. */
export type CellVerdict = Verdict | 'Waived';

/** A chapter of one report as one symbol: the worst verdict in it, and how many requirements have it. */
export interface ChapterCell {
  readonly verdict: CellVerdict;
  /** Requirements with that verdict. */
  readonly count: number;
  /** Requirements of the chapter that apply to this node. */
  readonly applicable: number;
  /** Nothing worse than flows that nobody has tested. */
  readonly untested: boolean;
}

/**
 * By chapter first: there are a few of them, and thousands of reports. By their findings then, which reports may share;
 * where something is waived, what is waived stands for its report.
 */
const remembered = new WeakMap<ColumnChapter, WeakMap<ReadReport['findings'] | RowWaivers, ChapterCell>>();

export function chapterCell(report: ReadReport, chapter: ColumnChapter, waived?: RowWaivers): ChapterCell {
  let cells = remembered.get(chapter);
  if (cells === undefined)
    remembered.set(chapter, (cells = new WeakMap<ReadReport['findings'] | RowWaivers, ChapterCell>()));
  const known = cells.get(waived ?? report.findings);
  if (known !== undefined) return known;
  const cell = summarizeChapter(
    chapter.columns.map((column) => findingIn(report, column)),
    waived,
  );
  cells.set(waived ?? report.findings, cell);
  return cell;
}

/** From worst to best. What is waived is worse than what is met, and nothing else. */
export const cellVerdictsWorstFirst: readonly CellVerdict[] = [
  'Fail',
  'Unknown',
  'Warn',
  'Waived',
  'Pass',
  'NotApplicable',
];

function summarizeChapter(findings: readonly ReadFinding[], waived: RowWaivers | undefined): ChapterCell {
  const counts: Record<CellVerdict, number> = { Fail: 0, Unknown: 0, Warn: 0, Waived: 0, Pass: 0, NotApplicable: 0 };
  let untested = 0;
  for (const finding of findings) {
    const isWaived = waived?.has(finding.requirement) === true;
    counts[isWaived ? 'Waived' : finding.verdict] += 1;
    if (!isWaived && isUntestedFlow(finding)) untested += 1;
  }
  const verdict = cellVerdictsWorstFirst.find((candidate) => counts[candidate] > 0) ?? 'NotApplicable';
  return {
    verdict,
    count: counts[verdict],
    applicable: findings.length - counts.NotApplicable,
    untested: verdict === 'Unknown' && untested === counts.Unknown,
  };
}
