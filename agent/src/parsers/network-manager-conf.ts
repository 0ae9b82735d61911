import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';

/** One section of a key file: its raw values by key. A key that is given twice has its last value, at its last place. */
export interface KeyFileGroup {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
}

/** What GLib's `g_ascii_isspace` takes for white space; the vertical tab is none. */
const blanks = ' \t\n\f\r';
const leadingBlanks = /^[ \t\n\f\r]+/;
const controlCharacter = /[\u0000-\u001f\u007f]/;

/**
 * A NetworkManager configuration file (NetworkManager.conf(5)), read as GLib's key file parser reads it: in
 * the order of the file, a repeated section at the place where it first appears, values unescaped by nobody.
 * `malformed` means that GLib refuses the whole file, and with it NetworkManager its start. What is odd and
 * accepted is accepted here too: CRLF, no final newline, bytes that are no UTF-8 (as U+FFFD).
 */
export function parseNetworkManagerConf(text: string): Parsed<readonly KeyFileGroup[]> {
  const groups = new Map<string, Map<string, string>>();
  let current: Map<string, string> | undefined;
  let first: Map<string, string> | undefined;
  const lines = text.split('\n');
  for (const [index, complete] of lines.entries()) {
    const line = withoutLeadingBlanks(beforeNul(index < lines.length - 1 ? complete.replace(/\r$/, '') : complete));
    if (line === '' || line.startsWith('#')) continue;
    const name = groupName(line);
    if (name !== undefined) {
      if (name === '' || name.includes('[') || controlCharacter.test(name))
        return refusedLine(index, 'has an invalid section name');
      current = groups.get(name) ?? new Map<string, string>();
      first ??= current;
      groups.set(name, current);
      continue;
    }
    const separator = line.indexOf('=');
    if (separator <= 0) return refusedLine(index, 'is no section, no assignment and no comment');
    if (current === undefined) return refusedLine(index, 'stands before the first section');
    const key = withoutTrailingBlanks(line.slice(0, separator));
    if (!isKeyName(key)) return refusedLine(index, 'has an invalid key');
    const value = withoutTrailingBlanks(withoutLeadingBlanks(line.slice(separator + 1)));
    if (current === first && key === 'Encoding' && value.toLowerCase() !== 'utf-8') {
      return refusedLine(index, 'asks for an encoding other than UTF-8');
    }
    current.delete(key);
    current.set(key, value);
  }
  return parsed([...groups].map(([name, values]) => ({ name, values })));
}

/** The section that a line opens. Only blanks and tabs may stand behind its bracket. */
const groupName = (line: string): string | undefined => /^\[([^\]]*)\][ \t]*$/.exec(line)?.[1];

/** A key may hold blanks inside and end in a locale, as in `Name[de]`. */
const isKeyName = (key: string): boolean =>
  /^(?! )[^=[\]]*(?<! )(?:\[[\p{L}\p{N}\-_.@]*\])?$/u.test(key) && !/^(?:\[|$)/.test(key);

/** GLib's lines are C strings. */
const beforeNul = (line: string): string => (line.includes('\0') ? line.slice(0, line.indexOf('\0')) : line);

const withoutLeadingBlanks = (text: string): string => text.replace(leadingBlanks, '');

/** No regular expression for the end of a text: one that starts at every blank takes quadratic time. */
function withoutTrailingBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && blanks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const refusedLine = (index: number, what: string) => malformed(`line ${String(index + 1)} ${what}`);
