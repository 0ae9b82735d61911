import { Fragment, useMemo } from 'react';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { lineKey } from '../groups/lines';
import { GroupRow } from '../groups/GroupRow';
import { MatrixRow } from './MatrixRow';
import { GapCell, RowGap, undrawnRow } from './RowGap';
import { headRows, leadingColumns } from '../shown-columns';
import type { ShownColumn } from '../shown-columns';
import type { GridPosition } from './useGridNavigation';
import type { GridWindow } from './useGridWindow';
import type { MatrixView } from '../useMatrixView';

interface MatrixBodyProps {
  readonly translation: ReadinessTranslation;
  readonly view: MatrixView;
  /** Those of requirements and of collapsed chapters. */
  readonly columns: readonly ShownColumn[];
  readonly window: GridWindow;
  readonly active: GridPosition;
  /** Where the cell is whose panel is open; -1 and undefined where it is not on this page. */
  readonly openRow: number;
  readonly openColumn: string | undefined;
}

/**
 * The nodes and groups that are in sight, and room for the others. Rows come and go without cells and are filled where
 * they stand: a browser looks for the styles of all rows anew whenever one is put between them, as the console's styles
 * have selectors of siblings.
 */
export const MatrixBody = ({
  translation,
  view,
  columns,
  window: shown,
  active,
  openRow,
  openColumn,
}: MatrixBodyProps) => {
  const { rowHeight, placed } = shown;
  const columnCount = leadingColumns + columns.length;
  // One element for all of them: React looks no further where it finds the same one again.
  const undrawn = useMemo(() => undrawnLine(rowHeight, columnCount), [rowHeight, columnCount]);
  return (
    <tbody>
      {placed.map((index, place) => {
        const line = view.lines[index];
        if (line === undefined) return null;
        const position = {
          translation,
          columns,
          shown: shown.columns,
          index,
          activeColumn: active.row === index ? active.column : null,
        };
        const isOpenRow = openRow === index;
        const className = line.kind === 'group' ? groupClass : isOpenRow ? openClass : undefined;
        const missing = index - (placed[place - 1] ?? -1) - 1;
        return (
          <Fragment key={lineKey(line)}>
            {missing > 0 && <RowGap height={missing * rowHeight} columnCount={columnCount} />}
            {!shown.drawn.has(index) ? (
              undrawn
            ) : (
              <tr role="row" aria-rowindex={view.offset + index + headRows + 1} className={className}>
                {line.kind === 'node' ? (
                  <MatrixRow
                    {...position}
                    row={line.row}
                    isInGroup={line.isInGroup}
                    openColumn={isOpenRow ? (openColumn ?? '') : null}
                  />
                ) : (
                  <GroupRow
                    {...position}
                    group={line.group}
                    grouping={view.query.grouping}
                    isOpen={line.isOpen}
                    onToggle={view.toggleGroup}
                  />
                )}
              </tr>
            )}
          </Fragment>
        );
      })}
      <RowGap height={(view.lines.length - 1 - (placed.at(-1) ?? -1)) * rowHeight} columnCount={columnCount} />
    </tbody>
  );
};

const undrawnLine = (height: number, columnCount: number) => (
  <tr {...undrawnRow}>
    <GapCell height={height} columnCount={columnCount} />
  </tr>
);

const groupClass = 'calico-readiness__group';
const openClass = 'calico-readiness__row-open';
