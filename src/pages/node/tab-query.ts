import { chapterKeys } from '../../fleet/columns';
import type { ChapterKey } from '../../fleet/columns';

/** What the address of the tab says. The console's own parameters of the Node page stand beside ours. */
export interface TabQuery {
  /** Leave out what passes. */
  readonly onlyUnmet: boolean;
  readonly showNotApplicable: boolean;
  readonly collapsed: readonly ChapterKey[];
  /** Chapters that show all of what passes. */
  readonly complete: readonly ChapterKey[];
}

/** Reads an address; what it says wrongly counts as not said. */
export const readTabQuery = (parameters: URLSearchParams): TabQuery => ({
  onlyUnmet: parameters.get('only') === 'unmet',
  showNotApplicable: parameters.get('notApplicable') === 'show',
  collapsed: chapterKeys.filter((key) => parameters.getAll('collapsed').includes(key)),
  complete: chapterKeys.filter((key) => parameters.getAll('complete').includes(key)),
});

/** Writes an address; what is as it would be without saying is left out. Parameters that are not ours are kept. */
export function writeTabQuery(
  { onlyUnmet, showNotApplicable, collapsed, complete }: TabQuery,
  others: URLSearchParams,
): URLSearchParams {
  const parameters = new URLSearchParams(others);
  for (const name of ['only', 'notApplicable', 'collapsed', 'complete']) parameters.delete(name);
  if (onlyUnmet) parameters.set('only', 'unmet');
  if (showNotApplicable) parameters.set('notApplicable', 'show');
  for (const key of collapsed) parameters.append('collapsed', key);
  for (const key of complete) parameters.append('complete', key);
  return parameters;
}
