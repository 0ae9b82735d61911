import { Button, List, ListItem } from '@patternfly/react-core';
import { VerdictLabel } from '../../components/VerdictLabel';
import { printable } from '../../components/printable';
import { findingIn } from '../../fleet/cells';
import type { Column, ColumnChapter } from '../../fleet/columns';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { verdictsWorstFirst } from '../../k8s/read-node-report';
import type { ReadReport } from '../../k8s/read-node-report';
import type { CellAddress } from './matrix-query';

interface ChapterFindingsProps {
  readonly report: ReadReport;
  readonly chapter: ColumnChapter;
  readonly node: string;
  readonly onOpen: (cell: CellAddress) => void;
}

/** All requirements of a chapter on one node, worst first; each opens its evidence. */
export const ChapterFindings = ({ report, chapter, node, onOpen }: ChapterFindingsProps) => {
  const { message } = useReadinessTranslation();
  const findings = chapter.columns.map((column) => ({ column, finding: findingIn(report, column) }));
  const sorted = [...findings].sort(
    (one, other) => verdictsWorstFirst.indexOf(one.finding.verdict) - verdictsWorstFirst.indexOf(other.finding.verdict),
  );
  return (
    <List isPlain>
      {sorted.map(({ column, finding }) => (
        <ListItem key={column.id}>
          <VerdictLabel verdict={finding.verdict} />{' '}
          <Button
            variant="link"
            isInline
            onClick={() => {
              onOpen({ node, column: column.id });
            }}
          >
            {titleOf(column)}
          </Button>
        </ListItem>
      ))}
    </List>
  );

  function titleOf({ id, requirement }: Column): string {
    return requirement === undefined ? printable(id, 63) : message(requirement.shortTitle);
  }
};
