import { useEffect, useMemo, useRef } from 'react';
import type { Fleet } from '../fleet/build-fleet';
import { columnsOf } from '../fleet/columns';
import type { ColumnChapter } from '../fleet/columns';

/** The columns of the matrix; the same array as long as they are the same, so that rows need not be drawn again. */
export function useColumns(fleet: Fleet): readonly ColumnChapter[] {
  const previous = useRef<readonly ColumnChapter[]>();
  const chapters = useMemo(() => {
    const columns = columnsOf(fleet);
    return previous.current !== undefined && signature(previous.current) === signature(columns)
      ? previous.current
      : columns;
  }, [fleet]);
  useEffect(() => {
    previous.current = chapters;
  }, [chapters]);
  return chapters;
}

const signature = (chapters: readonly ColumnChapter[]): string =>
  chapters.flatMap(({ columns }) => columns.map(({ id, applicable }) => `${id} ${String(applicable)}`)).join();
