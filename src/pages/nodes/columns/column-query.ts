import { chapterKeys } from '../../../fleet/columns';
import type { ChapterKey } from '../../../fleet/columns';

/** Which columns are drawn. */
export interface ColumnChoice {
  /** Chapters of which each requirement has a column. */
  readonly expanded: readonly ChapterKey[];
  /** Requirements without a column of their own. */
  readonly hidden: readonly string[];
}

export const defaultColumns: ColumnChoice = { expanded: ['node'], hidden: [] };

/** What an address says of columns; what it does not say is as remembered. */
export const readColumns = (parameters: URLSearchParams, remembered: ColumnChoice): ColumnChoice => ({
  expanded: parameters.has('chapter')
    ? chapterKeys.filter((chapter) => parameters.getAll('chapter').includes(chapter))
    : remembered.expanded,
  hidden: parameters.has('hide')
    ? [...new Set(parameters.getAll('hide').filter((id) => id !== ''))]
    : remembered.hidden,
});

/**
 * The parameters of an address. Only what is so without saying, for every user, is left out: an address shows others
 * the same columns.
 */
export const columnParameters = (columns: ColumnChoice, remembered: ColumnChoice) => ({
  chapter: parameter(columns.expanded, defaultColumns.expanded, remembered.expanded),
  hide: parameter(columns.hidden, defaultColumns.hidden, remembered.hidden),
});

function parameter(chosen: readonly string[], usual: readonly string[], remembered: readonly string[]) {
  if (isSame(chosen, usual) && isSame(remembered, usual)) return [];
  return chosen.length === 0 ? [''] : chosen;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value));
