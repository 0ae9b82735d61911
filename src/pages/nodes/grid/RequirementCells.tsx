import { Fragment } from 'react';
import { VerdictIcon } from '../../../components/verdicts/VerdictIcon';
import { ChangeArrow } from '../../../components/what-if/ChangeArrow';
import type { NodeRow } from '../../../fleet/node-row';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadReport } from '../../../k8s/read-node-report';
import { ColumnGap } from './ColumnGap';
import { cellText } from './cell-text';
import { columnTitle } from './column-title';
import { shownCell } from '../shown-cell';
import { leadingColumns } from '../shown-columns';
import type { ShownColumn } from '../shown-columns';

interface RequirementCellsProps {
  readonly translation: ReadinessTranslation;
  readonly row: NodeRow;
  readonly report: ReadReport;
  readonly columns: readonly ShownColumn[];
  /** Those of them that are drawn, from 0. */
  readonly shown: readonly number[];
  /** The position of the row on the page, from 0. */
  readonly index: number;
  readonly activeColumn: number | null;
  readonly openColumn: string | null;
}

/** The cells of one node. They are plain: thousands are drawn, so clicks and keys are handled by the table. */
export const RequirementCells = (properties: RequirementCellsProps) => {
  const { translation, row, report, columns, shown: offsets, index, activeColumn, openColumn } = properties;
  return (
    <>
      {offsets.map((offset, place) => {
        const shown = columns[offset];
        if (shown === undefined) return null;
        const { symbol, word, sentence, before, note } = cellText(translation, shownCell(row, report, shown), {
          subject: columnTitle(translation, shown),
          node: row.name,
        });
        const column = leadingColumns + offset;
        return (
          <Fragment key={shown.key}>
            <ColumnGap columnCount={offset - (offsets[place - 1] ?? -1) - 1} />
            <td
              role="gridcell"
              aria-colindex={column + 1}
              aria-label={sentence}
              title={note}
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
          </Fragment>
        );
      })}
      <ColumnGap columnCount={columns.length - (offsets.at(-1) ?? -1) - 1} />
    </>
  );
};
