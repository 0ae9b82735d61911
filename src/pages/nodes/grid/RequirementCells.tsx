import { VerdictIcon } from '../../../components/verdicts/VerdictIcon';
import { ChangeArrow } from '../../../components/what-if/ChangeArrow';
import type { NodeRow } from '../../../fleet/node-row';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadReport } from '../../../k8s/read-node-report';
import { cellText } from './cell-text';
import { columnTitle } from './column-title';
import { shownCell } from '../shown-cell';
import { leadingColumns } from '../shown-columns';
import type { ShownColumn } from '../shown-columns';

interface RequirementCellsProps {
  readonly row: NodeRow;
  readonly report: ReadReport;
  readonly columns: readonly ShownColumn[];
  /** The position of the row on the page, from 0. */
  readonly index: number;
  readonly activeColumn: number | null;
  readonly openColumn: string | null;
}

/** The cells of one node. They are plain: thousands are drawn, so clicks and keys are handled by the table. */
export const RequirementCells = (properties: RequirementCellsProps) => {
  const { row, report, columns, index, activeColumn, openColumn } = properties;
  const translation = useReadinessTranslation();
  return (
    <>
      {columns.map((shown, offset) => {
        const { symbol, word, sentence, before } = cellText(translation, shownCell(row, report, shown), {
          subject: columnTitle(translation, shown),
          node: row.name,
        });
        const column = leadingColumns + offset;
        return (
          <td
            key={shown.key}
            role="gridcell"
            aria-colindex={column + 1}
            aria-label={sentence}
            aria-selected={openColumn === shown.key}
            data-row={index}
            data-first={column}
            data-cell={shown.key}
            tabIndex={activeColumn === column ? 0 : -1}
            className={[
              'calico-readiness__cell',
              ...(shown.chapter !== columns[offset - 1]?.chapter ? ['calico-readiness__chapter-start'] : []),
              ...(before === undefined ? [] : ['calico-readiness__cell-changed']),
            ].join(' ')}
          >
            {before !== undefined && (
              <>
                <VerdictIcon of={before} />
                <ChangeArrow />
              </>
            )}
            <VerdictIcon of={symbol} />
            {word !== '' && <span className="calico-readiness__word">{word}</span>}
          </td>
        );
      })}
    </>
  );
};
