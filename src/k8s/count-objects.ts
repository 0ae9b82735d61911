import { fetchJson } from '../console/fetch-json';
import { asList, asNumberBetween, asRecord, asText } from './untyped';

/**
 * How many objects the API lists at `url` right now. Asks for one and for how many remain; where the API does not
 * say how many remain, follows its pages to the end. Rejects as `fetchJson` does.
 */
export async function countObjects(url: string): Promise<number> {
  const first = await fetchPage(`${url}?limit=1`);
  if (first.next === undefined) return first.size;
  if (first.remaining !== undefined) return first.size + first.remaining;
  let total = first.size;
  for (let next: string | undefined = first.next; next !== undefined;) {
    const page = await fetchPage(`${url}?limit=500&continue=${encodeURIComponent(next)}`);
    total += page.size;
    next = page.next;
  }
  return total;
}

async function fetchPage(
  url: string,
): Promise<{ size: number; next: string | undefined; remaining: number | undefined }> {
  const list = asRecord(await fetchJson(url));
  const metadata = asRecord(list['metadata']);
  return {
    size: asList(list['items']).length,
    next: asText(metadata['continue']),
    remaining: asNumberBetween(0, Number.MAX_SAFE_INTEGER, metadata['remainingItemCount']),
  };
}
