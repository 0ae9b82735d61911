import { requirementById } from '@calico-readiness/requirements';
import type { ReadWaiver } from '@calico-readiness/requirements';
import { findingIn } from '../../fleet/cells';
import type { Column, ColumnChapter, ChapterKey } from '../../fleet/columns';
import { verdictsWorstFirst } from '../../k8s/read-findings';
import type { RowWaivers } from '../../fleet/waivers/row-waivers';
import type { ReadFinding } from '../../k8s/read-findings';
import type { ReadReport } from '../../k8s/read-node-report';

/** One requirement on this node. */
export interface ColumnFinding {
  readonly column: Column;
  readonly finding: ReadFinding;
  /** That the finding is of. */
  readonly report: ReadReport;
  /** The waiver that covers it. */
  readonly waiver?: ReadWaiver;
}

/** The findings of one chapter that apply to the node. */
export interface ChapterFindings {
  readonly key: ChapterKey;
  /** Fail, Unknown and Warn, worst first, each in catalogue order. */
  readonly unmet: readonly ColumnFinding[];
  readonly passing: readonly ColumnFinding[];
}

/** The findings by chapter, without the chapters in which nothing applies. */
export function chapterFindings(
  chapters: readonly ColumnChapter[],
  report: ReadReport,
  waived?: RowWaivers,
): ChapterFindings[] {
  return chapters
    .map(({ key, columns }) => {
      const findings = columns
        .map((column): ColumnFinding => {
          const waiver = waived?.get(column.id);
          return {
            column: inReleaseOf(report, column),
            finding: findingIn(report, column),
            report,
            ...(waiver && { waiver }),
          };
        })
        .filter(({ finding }) => finding.verdict !== 'NotApplicable');
      return {
        key,
        unmet: findings
          .filter(({ finding }) => finding.verdict !== 'Pass')
          .sort((one, other) => rank(one) - rank(other)),
        passing: findings.filter(({ finding }) => finding.verdict === 'Pass'),
      };
    })
    .filter(({ unmet, passing }) => unmet.length + passing.length > 0);
}

/** The column with the texts of the Calico release that the report was judged for. */
function inReleaseOf({ profile }: ReadReport, column: Column): Column {
  const requirement = requirementById(column.id, profile?.calicoVersion.value);
  return requirement === undefined ? column : { ...column, requirement };
}

const rank = ({ finding }: ColumnFinding): number => verdictsWorstFirst.indexOf(finding.verdict);
