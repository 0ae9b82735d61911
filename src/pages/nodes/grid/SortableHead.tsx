import { SortAmountDownIcon, SortAmountUpIcon } from '@patternfly/react-icons';
import type { SortKey } from '../../../fleet/sort-rows';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { columnHeadRow, tabStop } from './useGridNavigation';
import type { GridPosition } from './useGridNavigation';
import type { MatrixView } from '../useMatrixView';

interface SortableHeadProps {
  readonly by: SortKey;
  readonly title: string;
  /** Its position in the grid, from 0. */
  readonly column: number;
  readonly view: Pick<MatrixView, 'query' | 'sort'>;
  readonly active: GridPosition;
}

/** The head of a column that the rows can be sorted by; over both rows of the head. */
export const SortableHead = ({ by, title, column, view: { query, sort }, active }: SortableHeadProps) => {
  const { t } = useReadinessTranslation();
  const isSorted = query.sortBy === by;
  const isAscending = query.orderBy === 'asc';
  return (
    <th
      scope="col"
      rowSpan={2}
      role="columnheader"
      aria-colindex={column + 1}
      aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : 'none'}
      data-row={columnHeadRow}
      data-first={column}
      className={column === 0 ? 'calico-readiness__node-column' : undefined}
    >
      <button
        type="button"
        className="calico-readiness__head-button"
        tabIndex={tabStop(active, columnHeadRow, column)}
        onClick={() => {
          sort(by);
        }}
      >
        {title}{' '}
        {isSorted &&
          (isAscending ? <SortAmountDownIcon aria-hidden="true" /> : <SortAmountUpIcon aria-hidden="true" />)}
        {isSorted && by === 'verdict' && (
          <span className="calico-readiness__quiet"> {isAscending ? t('worst first') : t('best first')}</span>
        )}
      </button>
    </th>
  );
};
