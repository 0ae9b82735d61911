import { chapterKeys } from '../../../fleet/columns';
import { defaultColumns } from './column-query';
import type { ColumnChoice } from './column-query';

/** The console keeps what a user chose on its lists under such keys, too. */
const key = 'calico-readiness/matrix-columns';

/** More than a report can have, and longer than an id can be: what is stored is not ours alone. */
const mostHidden = 200;
const longestId = 63;

/** The columns that this user saw last; the usual ones where nothing usable is stored. */
export function rememberedColumns(): ColumnChoice {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(key) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return defaultColumns;
    const { expanded, hidden } = stored as Readonly<Record<string, unknown>>;
    return {
      expanded: Array.isArray(expanded)
        ? chapterKeys.filter((chapter) => expanded.includes(chapter))
        : defaultColumns.expanded,
      hidden: Array.isArray(hidden) ? hidden.filter(isId).slice(0, mostHidden) : defaultColumns.hidden,
    };
  } catch {
    // A browser may forbid its storage, and anything may be in it.
    return defaultColumns;
  }
}

/** Whether it could be stored does not matter: the address has it as well. */
export function rememberColumns({ expanded, hidden }: ColumnChoice): void {
  try {
    window.localStorage.setItem(key, JSON.stringify({ expanded, hidden }));
  } catch {
    // Full, or forbidden.
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestId;
