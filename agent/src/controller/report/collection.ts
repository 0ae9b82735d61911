import type { ApiClient } from '../../cluster/api-client';
import { ApiError } from '../../cluster/api-error';
import { AnswerTooLargeError } from '../../cluster/bounded-http';
import { isRecord } from '../../publish/carried-on';
import { followWatch } from '../../publish/watch-until-end';

/** Objects of a page of a list: reports of genuine hosts make three megabytes of it, and the API's own bound is eight times that. */
const pageSize = 250;

/** An object of a list or a watch, as far as everything looks at it. */
export interface ListedObject {
  readonly metadata: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly [field: string]: unknown;
}

/** All objects of a kind. */
export interface CollectionOptions {
  /** From the API's root: `/api/v1/nodes`. */
  readonly path: string;
  /** Objects of a page; 250. */
  readonly pageSize?: number;
}

/** The version of a list or an event from which a watch can go on. */
type Version = string;

/** Lists and watches a collection; what it gives is untrusted but for having a name. */
export class Collection {
  private limit: number;

  constructor(
    private readonly client: ApiClient,
    private readonly options: CollectionOptions,
  ) {
    this.limit = options.pageSize ?? pageSize;
  }

  /**
   * Gives every object, a page at a time; resolves to the version that all pages are of. Rejects with ApiError, with status
   * 410 when it took so long that the API has forgotten that version. A page that is too large is asked for in smaller ones.
   */
  async list(each: (object: ListedObject) => void): Promise<Version> {
    let next = '';
    for (;;) {
      const page = await this.page(next);
      const { items, metadata } = page;
      for (const item of Array.isArray(items) ? items : []) if (isListed(item)) each(item);
      const { continue: token, resourceVersion } = isRecord(metadata) ? metadata : {};
      if (typeof token === 'string' && token !== '') next = token;
      else if (typeof resourceVersion === 'string') return resourceVersion;
      else throw new SyntaxError('The answer of the API is no list');
    }
  }

  /**
   * Gives every change after a version until the API ends the watch; resolves to the version to go on from, undefined when
   * the API has forgotten it, so that everything has to be listed again. Objects that were deleted come with `true`.
   */
  async watch(
    version: Version,
    seconds: number,
    changed: (object: ListedObject, isDeleted: boolean) => void,
    signal: AbortSignal,
  ): Promise<Version | undefined> {
    let latest: Version | undefined = version;
    const event = (type: unknown, object: unknown): boolean => {
      if (type === 'ERROR') {
        latest = undefined;
        return false;
      }
      const seen = versionOf(object);
      if (seen !== undefined) latest = seen;
      if (type !== 'BOOKMARK' && isListed(object)) changed(object, type === 'DELETED');
      return true;
    };
    const { path } = this.options;
    const query = { resourceVersion: version, allowWatchBookmarks: 'true' };
    try {
      await followWatch(this.client, { path, query, seconds, event }, signal);
    } catch (error) {
      if (error instanceof ApiError && error.status === 410) return undefined;
      throw error;
    }
    return latest;
  }

  private async page(next: string): Promise<Readonly<Record<string, unknown>>> {
    for (;;) {
      try {
        const query = { limit: String(this.limit), ...(next !== '' && { continue: next }) };
        return (await this.client.get(this.options.path, query)) as Readonly<Record<string, unknown>>;
      } catch (error) {
        if (!(error instanceof AnswerTooLargeError) || this.limit === 1) throw error;
        this.limit = Math.ceil(this.limit / 4);
      }
    }
  }
}

function versionOf(object: unknown): Version | undefined {
  const metadata = isRecord(object) && isRecord(object['metadata']) ? object['metadata'] : {};
  const { resourceVersion } = metadata;
  return typeof resourceVersion === 'string' && resourceVersion !== '' ? resourceVersion : undefined;
}

const isListed = (object: unknown): object is ListedObject =>
  isRecord(object) && isRecord(object['metadata']) && typeof object['metadata']['name'] === 'string';
