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

/** By chapter first: there are a few of them, and thousands of reports. */
const remembered = new WeakMap<ColumnChapter, WeakMap<ReadReport, ChapterCell>>();

export function chapterCell(report: ReadReport, chapter: ColumnChapter): ChapterCell {
  let cells = remembered.get(chapter);
  if (cells === undefined) remembered.set(chapter, (cells = new WeakMap<ReadReport, ChapterCell>()));
  const known = cells.get(report);
  if (known !== undefined) return known;
  const cell = summarizeChapter(chapter.columns.map((column) => findingIn(report, column)));
  cells.set(report, cell);
  return cell;
}

function summarizeChapter(findings: readonly ReadFinding[]): ChapterCell {
  const counts: Record<Verdict, number> = { Fail: 0, Unknown: 0, Warn: 0, Pass: 0, NotApplicable: 0 };
  let untested = 0;
  for (const finding of findings) {
    counts[finding.verdict] += 1;
    if (isUntestedFlow(finding)) untested += 1;
  }
  const verdict = verdictsWorstFirst.find((candidate) => counts[candidate] > 0) ?? 'NotApplicable';
  return {
    verdict,
    count: counts[verdict],
    applicable: findings.length - counts.NotApplicable,
    untested: verdict === 'Unknown' && untested === counts.Unknown,
  };
}
