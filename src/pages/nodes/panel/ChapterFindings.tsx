import { Button, List, ListItem } from '@patternfly/react-core';
import { VerdictLabel } from '../../../components/verdicts/VerdictLabel';
import { verdictWord } from '../../../components/verdicts/verdict-words';
import { printable } from '../../../components/printable';
import { findingIn } from '../../../fleet/cells';
import type { Column, ColumnChapter } from '../../../fleet/columns';
import type { NodeRow } from '../../../fleet/node-row';
import { findingBefore } from '../../../fleet/what-if/what-if-changes';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { verdictsWorstFirst } from '../../../k8s/read-findings';
import type { ReadReport } from '../../../k8s/read-node-report';
import type { CellAddress } from '../matrix-query';

interface ChapterFindingsProps {
  readonly row: NodeRow;
  readonly report: ReadReport;
  readonly chapter: ColumnChapter;
  readonly onOpen: (cell: CellAddress) => void;
}

/** All requirements of a chapter on one node, worst first; each opens its evidence. */
export const ChapterFindings = ({ row, report, chapter, onOpen }: ChapterFindingsProps) => {
  const { t, message } = useReadinessTranslation();
  const findings = chapter.columns.map((column) => ({ column, finding: findingIn(report, column) }));
  const sorted = [...findings].sort(
    (one, other) => verdictsWorstFirst.indexOf(one.finding.verdict) - verdictsWorstFirst.indexOf(other.finding.verdict),
  );
  return (
    <List isPlain>
      {sorted.map(({ column, finding }) => (
        <ListItem key={column.id}>
          <VerdictLabel verdict={finding.verdict} waiver={row.waived?.get(column.id)} /> {wasText(column)}
          <Button
            variant="link"
            isInline
            onClick={() => {
              onOpen({ node: row.name, column: column.id });
            }}
          >
            {titleOf(column)}
          </Button>
        </ListItem>
      ))}
    </List>
  );

  function wasText(column: Column): string {
    const before = findingBefore(row, column);
    return before === undefined ? '' : `${t('(was {{before}})', { before: verdictWord(t, before.verdict) })} `;
  }

  function titleOf({ id, requirement }: Column): string {
    return requirement === undefined ? printable(id, 63) : message(requirement.shortTitle);
  }
};
