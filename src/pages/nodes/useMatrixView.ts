import { useMemo } from 'react';
import type { Fleet } from '../../fleet/build-fleet';
import type { ChapterKey, ColumnChapter } from '../../fleet/columns';
import { filterRows } from '../../fleet/matrix-filter';
import type { NodeRow } from '../../fleet/node-row';
import { useLines } from './groups/useLines';
import type { Lines } from './groups/useLines';
import { sortRows } from '../../fleet/sort-rows';
import type { SortKey } from '../../fleet/sort-rows';
import { isChanged } from '../../fleet/what-if/what-if-changes';
import { useColumns } from '../../hooks/useColumns';
import type { MatrixQuery } from './matrix-query';
import { shownChapters } from './shown-columns';
import type { ShownChapter } from './shown-columns';
import { useMatrixQuery } from './useMatrixQuery';

/** What the address makes of a fleet: which columns and rows are shown, in which order, and how that is changed. */
export interface MatrixView extends Omit<Lines, 'page'> {
  /** As the address says, as far as it can be had: a page that there is, and changes only where a what-if makes some. */
  readonly query: MatrixQuery;
  readonly update: (change: Partial<MatrixQuery>) => void;
  /** All columns, and those that are drawn. */
  readonly chapters: readonly ColumnChapter[];
  readonly shownChapters: readonly ShownChapter[];
  /** What the filters let through, sorted. */
  readonly rows: readonly NodeRow[];
  /** In a what-if: cells may show what they are currently as well. */
  readonly showsChanges: boolean;
  /** By this column; by the column that it is sorted by already, the other way round. */
  readonly sort: (key: SortKey) => void;
  /** Expands a chapter, or collapses it. */
  readonly toggle: (key: ChapterKey) => void;
  /** Shows the nodes of a group, or hides them. */
  readonly toggleGroup: (id: string) => void;
}

export function useMatrixView(fleet: Fleet, isComplete: boolean): MatrixView {
  const [asked, update] = useMatrixQuery();
  const { filter, sortBy, orderBy, expanded, hidden, showNotApplicable, openGroups } = asked;
  const chapters = useColumns(fleet);
  const shown = useMemo(
    () => shownChapters(chapters, { expanded, hidden }, showNotApplicable),
    [chapters, expanded, hidden, showNotApplicable],
  );
  const onlyChanged = asked.onlyChanged && fleet.present !== undefined;
  const filtered = useMemo(() => {
    const fitting = filterRows(fleet.rows, filter);
    return onlyChanged ? fitting.filter(isChanged) : fitting;
  }, [fleet, filter, onlyChanged]);
  const rows = useMemo(() => sortRows(filtered, sortBy, orderBy), [filtered, sortBy, orderBy]);
  const { page, ...lines } = useLines(rows, asked, isComplete);
  return {
    query: { ...asked, onlyChanged, page },
    update,
    chapters,
    shownChapters: shown,
    rows,
    ...lines,
    showsChanges: fleet.present !== undefined,
    sort: (key) => {
      update({ sortBy: key, orderBy: key === sortBy && orderBy === 'asc' ? 'desc' : 'asc', page: 1 });
    },
    toggle: (key) => {
      update({ expanded: expanded.includes(key) ? expanded.filter((other) => other !== key) : [...expanded, key] });
    },
    toggleGroup: (id) => {
      update({
        openGroups: openGroups.includes(id) ? openGroups.filter((other) => other !== id) : [...openGroups, id],
      });
    },
  };
}
