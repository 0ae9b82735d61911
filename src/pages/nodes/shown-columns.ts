import type { ChapterKey, Column, ColumnChapter } from '../../fleet/columns';
import type { ColumnChoice } from './columns/column-query';

/** Columns before the requirements: node and verdict. */
export const leadingColumns = 2;

/** Rows above the nodes: chapters and requirements. */
export const headRows = 2;

/** One column of the matrix as drawn: a requirement, or a whole chapter when it is collapsed. */
export interface ShownColumn {
  /** As in the address of a cell: a requirement id, or `chapter:` and the chapter. */
  readonly key: string;
  readonly chapter: ColumnChapter;
  readonly column?: Column;
}

/** The columns of one chapter that are drawn; a collapsed chapter is one. */
export interface ShownChapter {
  readonly chapter: ColumnChapter;
  readonly expanded: boolean;
  readonly columns: readonly ShownColumn[];
  /** Requirements that apply to at least one node. */
  readonly applicable: number;
}

export const chapterColumnKey = (key: ChapterKey): string => `chapter:${key}`;

/**
 * What is drawn; chapters of which nothing applies are left out unless asked for, as are those that are hidden
 * altogether. The one symbol of a collapsed chapter stands for all of it: hiding a column hides no failure.
 */
export function shownChapters(
  chapters: readonly ColumnChapter[],
  { expanded, hidden }: ColumnChoice,
  showNotApplicable: boolean,
): ShownChapter[] {
  const isHidden = new Set(hidden);
  return chapters.flatMap((chapter): ShownChapter[] => {
    const columns = chapter.columns.filter(
      (column) => (showNotApplicable || column.applicable) && !isHidden.has(column.id),
    );
    if (columns.length === 0) return [];
    const isExpanded = expanded.includes(chapter.key);
    return [
      {
        chapter,
        expanded: isExpanded,
        applicable: chapter.columns.filter((column) => column.applicable).length,
        columns: isExpanded
          ? columns.map((column) => ({ key: column.id, chapter, column }))
          : [{ key: chapterColumnKey(chapter.key), chapter }],
      },
    ];
  });
}

/** The key of the drawn column that shows this requirement or chapter: its own, or its collapsed chapter's. */
export const shownKeyOf = (columns: readonly ShownColumn[], key: string): string | undefined =>
  columns.find(
    (shown) =>
      shown.key === key || (shown.column === undefined && shown.chapter.columns.some((column) => column.id === key)),
  )?.key;
