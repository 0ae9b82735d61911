import type { Verdict } from '@calico-readiness/requirements';
import { verdictsWorstFirst } from '../k8s/read-findings';
import type { ReadFinding } from '../k8s/read-findings';
import type { ReadReport } from '../k8s/read-node-report';
import type { Column, ColumnChapter } from './columns';
import { notReported } from './reason-text';
import { isUntestedFlow } from './unmet-findings';

/** The finding of a report for a column. A column that the report does not mention is Unknown. */
export const findingIn = (report: ReadReport, column: Pick<Column, 'id'>): ReadFinding =>
  report.findings.get(column.id) ?? { requirement: column.id, verdict: 'Unknown', reason: notReported, observed: '' };

/** A chapter of one report as one symbol: the worst verdict in it, and how many requirements have it. */
export interface ChapterCell {
  readonly verdict: Verdict;
  /** Requirements with that verdict. */
  readonly count: number;
  /** Requirements of the chapter that apply to this node. */
  readonly applicable: number;
  /** Nothing worse than flows that nobody has tested. */
  readonly untested: boolean;
}

const remembered = new WeakMap<ReadReport, WeakMap<ColumnChapter, ChapterCell>>();

export function chapterCell(report: ReadReport, chapter: ColumnChapter): ChapterCell {
  const cells = remembered.get(report) ?? new WeakMap<ColumnChapter, ChapterCell>();
  remembered.set(report, cells);
  const known = cells.get(chapter);
  if (known !== undefined) return known;
  const cell = summarizeChapter(chapter.columns.map((column) => findingIn(report, column)));
  cells.set(chapter, cell);
  return cell;
}

function summarizeChapter(findings: readonly ReadFinding[]): ChapterCell {
  const verdict =
    verdictsWorstFirst.find((candidate) => findings.some((finding) => finding.verdict === candidate)) ??
    'NotApplicable';
  const worst = findings.filter((finding) => finding.verdict === verdict);
  return {
    verdict,
    count: worst.length,
    applicable: findings.filter((finding) => finding.verdict !== 'NotApplicable').length,
    untested: verdict === 'Unknown' && worst.every(isUntestedFlow),
  };
}
