import { fetchJson } from '../console/fetch-json';
import { httpStatus } from '../console/http-status';
import { acceptTable, readListAnswer } from '../k8s/list-answer';
import type { ListAnswer } from '../k8s/list-answer';
import type { Kept, ListKind } from './list-kind';
import { pageUrl, wholePageUrl } from './page-url';
import { untilVisible } from './visibility';
import { ExpiredError } from './watch-event';

/**
 * Reads a list page by page and tells what is kept of each; a hidden page of the browser waits. Rejects with ExpiredError
 * where the API has forgotten the list of the first page, when the signal aborts, and as `fetchJson` does.
 */
export async function readPages<Item>(
  kind: ListKind<Item>,
  former: ReadonlyMap<string, Kept<Item>>,
  signal: AbortSignal,
  arrived: (page: ListAnswer, kept: ReadonlyMap<string, Kept<Item>>) => void,
): Promise<void> {
  const fetch = async (url: string, accept?: string): Promise<ListAnswer> => {
    try {
      return readListAnswer(await fetchJson(url, accept));
    } catch (error) {
      throw httpStatus(error) === 410 ? new ExpiredError() : error;
    } finally {
      // Whoever stopped does not want to know any more.
      signal.throwIfAborted();
    }
  };
  let next: string | undefined = '';
  while (next !== undefined) {
    await untilVisible(signal);
    signal.throwIfAborted();
    const at: string = next;
    const page = await fetch(pageUrl(kind, at), acceptTable);
    const kept = await kind.keep({
      objects: page.objects,
      known: (name) => former.get(name),
      wholePage: async () => (await fetch(wholePageUrl(kind, at))).objects,
    });
    arrived(page, kept);
    ({ next } = page);
  }
}
