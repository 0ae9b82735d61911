import type { ListKind } from './list-kind';

/** Objects of the first page, which is all that the first rows wait for, and of each other one. */
const firstPageSize = 100;
const pageSize = 500;

/** What of a kind says where its pages are. */
type Listed = Pick<ListKind<unknown>, 'url' | 'includeObject'>;

/** A page of a list with whole objects: the first, or the one that a page before named as its next. */
export const wholePageUrl = ({ url }: Pick<Listed, 'url'>, next = ''): string =>
  next === ''
    ? `${url}?limit=${String(firstPageSize)}&pretty=false`
    : `${url}?limit=${String(pageSize)}&pretty=false&continue=${encodeURIComponent(next)}`;

/** The same as a table. */
export const pageUrl = (kind: Listed, next?: string): string =>
  `${wholePageUrl(kind, next)}&includeObject=${kind.includeObject}`;

/** The first object of a list, whole. */
export const firstWholeUrl = (listUrl: string): string => `${listUrl}?limit=1&pretty=false`;
