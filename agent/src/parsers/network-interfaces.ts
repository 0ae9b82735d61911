/** A line of /etc/network/interfaces that says something to NetworkManager's ifupdown plugin. */
export type InterfacesLine =
  | { readonly kind: 'stanza'; readonly type: 'iface' | 'mapping' | 'other'; readonly name: string }
  /** Ports that the stanza above gives a bridge. */
  | { readonly kind: 'bridge-ports'; readonly ports: readonly string[] }
  /** More files: each path as it is written, with patterns; a directory stands for every file in it. */
  | { readonly kind: 'source'; readonly directory: boolean; readonly paths: readonly string[] };

/** What the plugin takes of a line, its backslashes at the end left out, in bytes. */
const longestLine = 253;

/**
 * The lines of /etc/network/interfaces (interfaces(5)) as NetworkManager's ifupdown plugin reads them, which is not
 * quite as ifupdown does: too long a line is passed over, and a comment is continued by a backslash (its source,
 * nms-ifupdown-interface-parser.c). Never throws.
 */
export function parseNetworkInterfaces(text: string): readonly InterfacesLine[] {
  const lines: InterfacesLine[] = [];
  // Only what stands behind a stanza, or behind a line that names more files, belongs to something.
  let belongs = false;
  for (const [first = '', ...words] of wordsOfLines(text)) {
    if (first.startsWith('#')) continue;
    if (words.length === 0) belongs = false;
    if (words.length === 0 || (first === 'iface' && words.length < 3)) continue;
    const line = lineOf(first, words);
    if (line !== undefined) belongs = true;
    if (line !== undefined) lines.push(...line);
    else if (belongs && /^bridge[-_]ports$/.test(first)) lines.push({ kind: 'bridge-ports', ports: words });
  }
  return lines;
}

function lineOf(first: string, words: readonly string[]): readonly InterfacesLine[] | undefined {
  if (first === 'iface') return [{ kind: 'stanza', type: 'iface', name: words[0] ?? '' }];
  if (first === 'mapping') return [{ kind: 'stanza', type: 'mapping', name: words.join(' ') }];
  if (first === 'auto' || first.startsWith('allow-'))
    return [{ kind: 'stanza', type: 'other', name: words.at(-1) ?? '' }];
  if (first === 'source' || first === 'source-directory')
    return [{ kind: 'source', directory: first === 'source-directory', paths: words }];
  return undefined;
}

/** The words of each line, parted by blanks and tabs; lines joined where a backslash ends one. */
function wordsOfLines(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let pending = '';
  let tooLong = false;
  const physical = text.split('\n');
  for (const [index, part] of physical.entries()) {
    const isContinued = part.endsWith('\\');
    // What waits to be continued at the end of the file is never read; neither is what follows a NUL.
    const line = pending + (part.includes('\0') ? part.slice(0, part.indexOf('\0')) : part);
    tooLong ||= Buffer.byteLength(line) > longestLine;
    if (isContinued) {
      pending = tooLong ? '' : line.slice(0, -1);
      continue;
    }
    pending = '';
    if (!tooLong && (index < physical.length - 1 || line !== ''))
      lines.push(line.split(/[ \t]+/).filter((word) => word !== ''));
    tooLong = false;
  }
  return lines.filter((words) => words.length > 0);
}
