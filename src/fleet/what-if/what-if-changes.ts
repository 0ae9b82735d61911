import type { ReadFinding } from '../../k8s/read-findings';
import type { ReadReport } from '../../k8s/read-node-report';
import type { Fleet } from '../build-fleet';
import { causesOf } from '../causes';
import type { Cause } from '../causes';
import { causeKey } from '../node-causes';
import { chapterCell, findingIn } from '../cells';
import type { ChapterCell } from '../cells';
import type { Column, ColumnChapter } from '../columns';
import type { NodeRow } from '../node-row';
import { isUntestedFlow, unmetFindings } from '../unmet-findings';

/** What a what-if would do to the nodes, in numbers. */
export interface WhatIfSummary {
  /** Not failing currently, failing then. */
  readonly wouldFail: number;
  /** Failing currently, ready then. */
  readonly noLongerFail: number;
  /** With a current report that does not decide it. */
  readonly undecided: number;
  /** Without a current report: not judged at all. */
  readonly notJudged: number;
  /** Nodes on which other requirements would be unmet or undecided. */
  readonly changed: number;
}

export function summarizeWhatIf(fleet: Fleet): WhatIfSummary {
  const count = (fits: (row: NodeRow) => boolean): number => fleet.rows.filter(fits).length;
  return {
    wouldFail: count(
      (row) => row.verdict === 'NotReady' && row.present !== undefined && row.present.verdict !== 'NotReady',
    ),
    noLongerFail: count(
      ({ verdict, present }) =>
        (verdict === 'Ready' || verdict === 'ReadyWithWaivers') && present?.verdict === 'NotReady',
    ),
    undecided: fleet.verdicts.Unknown,
    notJudged: fleet.verdicts.Stale + fleet.verdicts.NoReport,
    changed: count(isChanged),
  };
}

/**
 * Whether other requirements would be unmet or undecided than now. That one begins to apply and is met, or no
 * longer applies, is true of every node at once and would hide what matters; as would flows that nobody has tested.
 */
export function isChanged({ report, present }: NodeRow): boolean {
  if (report === undefined || present?.report === undefined) return false;
  const before = present.report.findings;
  const known = compared.get(report.findings);
  if (known?.before === before) return known.isChanged;
  const isOther = !sameUnmet(report, present.report, (finding) => !isUntestedFlow(finding));
  compared.set(report.findings, { before, isChanged: isOther });
  return isOther;
}

/** By the findings, which reports may share, those of the current state as well. */
const compared = new WeakMap<
  ReadReport['findings'],
  { readonly before: ReadReport['findings']; readonly isChanged: boolean }
>();

/** Whether two reports have the same requirements unmet or undecided, of the findings that count. Each requirement has one finding. */
function sameUnmet(one: ReadReport, other: ReadReport, counts: (finding: ReadFinding) => boolean): boolean {
  let more = 0;
  for (const finding of unmetFindings(other)) if (counts(finding)) more += 1;
  for (const finding of unmetFindings(one)) {
    if (!counts(finding)) continue;
    const counterpart = other.findings.get(finding.requirement);
    if (counterpart?.verdict !== finding.verdict || !counts(counterpart)) return false;
    more -= 1;
  }
  return more === 0;
}

/** The finding of a cell currently, when the what-if gives another verdict; else undefined. */
export function findingBefore({ report, present }: NodeRow, column: Pick<Column, 'id'>): ReadFinding | undefined {
  if (report === undefined || present?.report === undefined) return undefined;
  const before = findingIn(present.report, column);
  return before.verdict === findingIn(report, column).verdict ? undefined : before;
}

/** The cell of a chapter currently, when other requirements of it would be unmet than now; else undefined. */
export function chapterCellBefore({ report, present }: NodeRow, chapter: ColumnChapter): ChapterCell | undefined {
  if (report === undefined || present?.report === undefined) return undefined;
  const ids = new Set(chapter.columns.map(({ id }) => id));
  const inChapter = ({ requirement }: ReadFinding): boolean => ids.has(requirement);
  return sameUnmet(report, present.report, inChapter)
    ? undefined
    : chapterCell(present.report, chapter, present.waived);
}

/** How a cause has come about: how many more nodes it would affect than now. */
export interface CauseChange {
  readonly cause: Cause;
  readonly more: number;
}

export interface CauseChanges {
  /** In the order of the causes given. */
  readonly causes: readonly CauseChange[];
  /** Causes of the current state that would affect no node. */
  readonly gone: readonly Cause[];
}

export function compareCauses(causes: readonly Cause[], present: Fleet): CauseChanges {
  const before = new Map(causesOf(present).map((cause) => [causeKey(cause), cause]));
  const compared = causes.map((cause) => {
    const earlier = before.get(causeKey(cause));
    before.delete(causeKey(cause));
    return { cause, more: cause.rows.length - (earlier?.rows.length ?? 0) };
  });
  return { causes: compared, gone: [...before.values()] };
}
