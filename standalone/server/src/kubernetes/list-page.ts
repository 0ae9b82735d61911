import { isRecord, type KubernetesObject } from './kubernetes-object';
import { StatusError } from './status';

interface ContinueToken {
  /** The store's version when the first page was read: where the watch after the last page must begin. */
  readonly version: string;
  /** The next page begins after this key. */
  readonly after: string;
}

const keyOf = ({ metadata }: KubernetesObject): string => `${metadata.namespace ?? ''}/${metadata.name}`;

const encode = (token: ContinueToken): string => Buffer.from(JSON.stringify(token)).toString('base64url');

const decode = (text: string): ContinueToken => {
  const invalid = new StatusError('BadRequest', 'continue key is not valid');
  let token: unknown;
  try {
    token = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw invalid;
  }
  if (!isRecord(token) || typeof token['version'] !== 'string' || typeof token['after'] !== 'string') throw invalid;
  return { version: token['version'], after: token['after'] };
};

export interface ListPage {
  readonly items: readonly KubernetesObject[];
  readonly metadata: {
    readonly resourceVersion: string;
    readonly continue?: string;
    readonly remainingItemCount?: number;
  };
}

/** One page of `objects`, which are sorted by key. */
export const listPage = (
  objects: readonly KubernetesObject[],
  resourceVersion: string,
  query: { readonly limit: string | null; readonly continue: string | null; readonly isSelection: boolean },
): ListPage => {
  const limit = Number(query.limit ?? '0');
  if (!Number.isInteger(limit) || limit < 0) throw new StatusError('BadRequest', `invalid limit: ${query.limit}`);
  const token = query.continue === null || query.continue === '' ? undefined : decode(query.continue);
  const remaining = token === undefined ? objects : objects.filter((object) => keyOf(object) > token.after);
  const version = token?.version ?? resourceVersion;
  const items = limit === 0 ? remaining : remaining.slice(0, limit);
  const last = items.at(-1);
  if (last === undefined || items.length === remaining.length) return { items, metadata: { resourceVersion: version } };
  return {
    items,
    metadata: {
      resourceVersion: version,
      continue: encode({ version, after: keyOf(last) }),
      // An API server does not count what selectors would leave (metav1.ListMeta).
      ...(!query.isSelection && { remainingItemCount: remaining.length - items.length }),
    },
  };
};
