import { catalogue, chapters } from '@calico-readiness/requirements';
import type { Chapter, Requirement } from '@calico-readiness/requirements';
import type { Fleet } from './build-fleet';
import type { ReadReport } from '../k8s/read-node-report';
import { unmetFindings } from './unmet-findings';

/** The chapters of the requirements document, and `other` for what this catalogue does not know. */
export const chapterKeys = [...chapters, 'other'] as const;
export type ChapterKey = Chapter | 'other';

/** One requirement as a column of the matrix. */
export interface Column {
  readonly id: string;
  readonly chapter: ChapterKey;
  /** Absent for an id that this catalogue does not know. */
  readonly requirement?: Requirement;
  /** False when every report says that it does not apply. */
  readonly applicable: boolean;
}

export interface ColumnChapter {
  readonly key: ChapterKey;
  /** All columns of the chapter, also those that do not apply. */
  readonly columns: readonly Column[];
}

const nodeRequirements = catalogue.filter((requirement) => requirement.scope !== 'cluster');
const nodeRequirementIds = new Set<string>(nodeRequirements.map((requirement) => requirement.id));

/**
 * The columns by chapter, in catalogue order: every requirement that a node's report is about, then the ids that
 * only the reports know. Chapters without a column are left out.
 */
export function columnsOf(fleet: Fleet): ColumnChapter[] {
  const applicable = new Set<string>();
  const notApplicable = new Set<string>();
  const unmetAtPresent = new Set<string>();
  /** Reports may share their findings, and say nothing new then. */
  const seen = new Set<ReadReport['findings']>();
  let anyReport = false;
  for (const { report, verdict, present } of fleet.rows) {
    // A what-if says nothing of stale reports, so they decide nothing about its columns.
    if (report === undefined || (fleet.present !== undefined && verdict === 'Stale')) continue;
    anyReport = true;
    // What a what-if would do away with is part of what it says.
    if (present?.report !== undefined)
      for (const { requirement } of unmetFindings(present.report)) unmetAtPresent.add(requirement);
    if (seen.has(report.findings)) continue;
    seen.add(report.findings);
    for (const { requirement, verdict: found } of report.findings.values())
      (found === 'NotApplicable' ? notApplicable : applicable).add(requirement);
  }
  const reported = new Set([...applicable, ...notApplicable]);
  const applies = (id: string): boolean => applicable.has(id) || unmetAtPresent.has(id);
  const columns: Column[] = [
    ...nodeRequirements.map((requirement): Column => ({
      id: requirement.id,
      chapter: requirement.chapter,
      requirement,
      applicable: !anyReport || !reported.has(requirement.id) || applies(requirement.id),
    })),
    ...[...reported]
      .filter((id) => !nodeRequirementIds.has(id))
      .sort()
      .map((id): Column => ({ id, chapter: 'other', applicable: applies(id) })),
  ];
  return chapterKeys
    .map((key) => ({ key, columns: columns.filter((column) => column.chapter === key) }))
    .filter((chapter) => chapter.columns.length > 0);
}
