import { useCallback, useEffect, useMemo, useRef } from 'react';
import { groupRows } from '../../../fleet/groups/group-rows';
import type { Grouping } from '../../../fleet/groups/group-rows';
import type { RowGroup } from '../../../fleet/groups/row-group';
import type { NodeRow } from '../../../fleet/node-row';
import type { MatrixQuery } from '../matrix-query';
import { countLines, linesOfGroup, nodeLine } from './lines';
import type { MatrixLine } from './lines';

/** The rows of the grid: nodes, or groups of them with the nodes of those that are open. */
export interface Lines {
  /** Null while nodes stand alone. */
  readonly groups: readonly RowGroup[] | null;
  /** Those of the page. */
  readonly lines: readonly MatrixLine[];
  /** Of all pages, and before this one. */
  readonly lineCount: number;
  readonly offset: number;
  /** What pages are made of: groups, or nodes. */
  readonly itemCount: number;
  /** A page that there is. */
  readonly page: number;
  /** What of the address has to change so that a node is on the page; nothing where it is or can't be. */
  readonly placeOf: (name: string) => Partial<MatrixQuery>;
}

/** Before all pages have arrived there are no groups: their counts would be totals of half a fleet. */
export function useLines(rows: readonly NodeRow[], query: MatrixQuery, isComplete: boolean): Lines {
  const { grouping, openGroups, perPage } = query;
  const groups = useGroups(isComplete || query.grouping === 'none' ? rows : noRows, query);
  const lonely = grouping === 'findings' ? 'nodes' : 'groups';
  const itemCount = groups?.length ?? rows.length;
  const page = Math.min(query.page, Math.max(1, Math.ceil(itemCount / perPage)));
  const first = (page - 1) * perPage;
  const shown = useMemo(() => {
    if (groups === null) {
      const lines = rows.slice(first, first + perPage).map(nodeLine);
      return { lines, lineCount: rows.length, offset: first };
    }
    const open = new Set(openGroups);
    return {
      lines: groups.slice(first, first + perPage).flatMap((group) => linesOfGroup(group, open, lonely)),
      lineCount: countLines(groups, open, lonely),
      offset: countLines(groups.slice(0, first), open, lonely),
    };
  }, [groups, rows, first, perPage, openGroups, lonely]);
  const placeOf = useCallback(
    (name: string): Partial<MatrixQuery> => {
      const isNamed = (row: NodeRow): boolean => row.name === name;
      const at = groups === null ? rows.findIndex(isNamed) : groups.findIndex((group) => group.rows.some(isNamed));
      if (at < 0) return {};
      const place = Math.floor(at / perPage) + 1;
      const id = groups?.[at]?.id;
      return {
        ...(place !== page && { page: place }),
        ...(id !== undefined && !openGroups.includes(id) && { openGroups: [...openGroups, id] }),
      };
    },
    [groups, rows, perPage, page, openGroups],
  );
  return { groups, ...shown, itemCount, page, placeOf };
}

const noRows: readonly NodeRow[] = [];

/** A group stays the same object as long as it says the same, so that its row need not be drawn again. */
function useGroups(
  rows: readonly NodeRow[],
  { grouping, sortBy, orderBy }: Pick<MatrixQuery, 'sortBy' | 'orderBy'> & { readonly grouping: Grouping },
): readonly RowGroup[] | null {
  const previous = useRef<readonly RowGroup[]>([]);
  const groups = useMemo(
    () => (grouping === 'none' ? null : groupRows(rows, grouping, { by: sortBy, order: orderBy }, previous.current)),
    [rows, grouping, sortBy, orderBy],
  );
  useEffect(() => {
    previous.current = groups ?? [];
  }, [groups]);
  return groups;
}
