import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { columnTitle } from './column-title';
import type { ShownColumn } from '../shown-columns';
import { columnHeadRow, tabStop } from './useGridNavigation';
import type { GridPosition } from './useGridNavigation';

interface RequirementHeadsProps {
  /** The requirements of one expanded chapter. */
  readonly columns: readonly ShownColumn[];
  /** The position of the first of them in the grid, from 0. */
  readonly start: number;
  readonly active: GridPosition;
}

/** The heads below that of an expanded chapter. */
export const RequirementHeads = ({ columns, start, active }: RequirementHeadsProps) => {
  const translation = useReadinessTranslation();
  const { message } = translation;
  return (
    <>
      {columns.map((shown, offset) => {
        const position = start + offset;
        return (
          <th
            key={shown.key}
            scope="col"
            role="columnheader"
            aria-colindex={position + 1}
            data-row={columnHeadRow}
            data-first={position}
            tabIndex={tabStop(active, columnHeadRow, position)}
            title={shown.column?.requirement === undefined ? shown.key : message(shown.column.requirement.title)}
            className={offset === 0 ? 'calico-readiness__chapter-start' : undefined}
          >
            {columnTitle(translation, shown)}
          </th>
        );
      })}
    </>
  );
};
