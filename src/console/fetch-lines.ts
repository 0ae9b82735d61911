import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';

/** Characters of a line beyond which an answer is no list of lines. An object of the API has at most 1.5 MB. */
const longestLine = 4_000_000;

/**
 * The lines of an answer that goes on, as a watch of the API does, with the user's own rights. Resolves at its end;
 * rejects as the console does, when the signal aborts, and for a line without end.
 */
export async function fetchLines(
  url: string,
  accept: string,
  onLine: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  // Without the console's limit of a minute: when such an answer ends is ours to say.
  const { body } = await consoleFetch(url, { headers: { Accept: accept }, signal }, 0);
  if (body === null) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  /** What came since the last line ended. */
  let parts: string[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const [first = '', ...rest] = decoder.decode(value, { stream: true }).split('\n');
      parts.push(first);
      length += first.length;
      for (const next of rest) {
        onLine(parts.join(''));
        parts = [next];
        length = next.length;
      }
      if (length > longestLine) throw new Error('A line of the answer does not end');
    }
  } finally {
    // An answer that nobody reads any more ends.
    reader.cancel().catch(() => undefined);
  }
}
