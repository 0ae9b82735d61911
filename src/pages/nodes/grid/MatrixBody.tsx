import { Fragment } from 'react';
import { MatrixRow } from './MatrixRow';
import { RowGap } from './RowGap';
import { headRows, leadingColumns } from '../shown-columns';
import type { ShownColumn } from '../shown-columns';
import type { GridPosition } from './useGridNavigation';
import type { GridWindow } from './useGridWindow';
import type { MatrixView } from '../useMatrixView';

interface MatrixBodyProps {
  readonly view: MatrixView;
  /** Those of requirements and of collapsed chapters. */
  readonly columns: readonly ShownColumn[];
  readonly window: GridWindow;
  readonly active: GridPosition;
  /** Where the cell is whose panel is open; -1 and undefined where it is not on this page. */
  readonly openRow: number;
  readonly openColumn: string | undefined;
}

/** The nodes that are in sight, and room for the others. */
export const MatrixBody = ({ view, columns, window: shown, active, openRow, openColumn }: MatrixBodyProps) => {
  const columnCount = leadingColumns + columns.length;
  return (
    <tbody>
      {shown.rows.map(({ index, start }, place) => {
        const row = view.pageRows[index];
        if (row === undefined) return null;
        return (
          <Fragment key={row.name}>
            <RowGap height={start - (shown.rows[place - 1]?.end ?? shown.start)} columnCount={columnCount} />
            <MatrixRow
              row={row}
              columns={columns}
              shown={shown.columns}
              index={index}
              gridIndex={view.offset + index + headRows + 1}
              activeColumn={active.row === index ? active.column : null}
              openColumn={openRow === index ? (openColumn ?? '') : null}
            />
          </Fragment>
        );
      })}
      <RowGap height={shown.end - (shown.rows.at(-1)?.end ?? shown.start)} columnCount={columnCount} />
    </tbody>
  );
};
