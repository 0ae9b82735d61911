/** Characters that change how the text around them is shown, or that nobody can see: controls, bidirectional overrides, half surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A byte of a file name that is not UTF-8, in the form that `host/file-name.ts` gives it. */
const escapedByte = /[\uDC80-\uDCFF]/gu;

/** Words of plain ASCII with one blank in between: nearly every text, and nothing has to be done to it. */
const plainLine = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A text from a host as one line that is safe to print, store and show: white space runs become one blank, invisible
 * characters go, a byte of a file name that is not UTF-8 is written `\xe9`, and what is longer than `limit` code points ends in `…`.
 */
export function oneLine(text: string, limit: number): string {
  if (text.length <= limit && plainLine.test(text)) return text;
  // A host's text may be megabytes long; nothing beyond a generous multiple of the limit can become visible.
  const line = text
    .slice(0, limit * 8)
    .replace(/\s+/gu, ' ')
    .replace(escapedByte, (half) => `\\x${(half.charCodeAt(0) - 0xdc00).toString(16)}`)
    .replace(invisible, '')
    .trim();
  const characters = [...line];
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}
