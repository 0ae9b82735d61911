import { chapterTitle } from '../../../components/chapter-titles';
import { printable } from '../../../components/printable';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ShownColumn } from '../shown-columns';

/** The head of a column; of a requirement that this catalogue does not know, the id as it stands. */
export function columnTitle({ t, message }: ReadinessTranslation, { column, chapter }: ShownColumn): string {
  if (column === undefined) return chapterTitle(t, chapter.key);
  return column.requirement === undefined ? printable(column.id, 63) : message(column.requirement.shortTitle);
}
