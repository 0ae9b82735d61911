import type { Answer } from '../three-valued';
import { matchesShellPattern } from '../shell-pattern';

/** A word of a list of patterns. */
export interface MatchWord {
  readonly pattern: string;
  readonly inverted: boolean;
}

/**
 * Whether a list of shell patterns takes a text: no inverted one does, and some other one if there is any. A link that lacks
 * the property is taken by inverted patterns only. Null where quotes, escapes or character classes decide, which nobody
 * writes there.
 */
export function listMatches(words: readonly MatchWord[], text: string | undefined): Answer {
  const matching = words.map(({ pattern }): Answer =>
    text === undefined ? false : isUnusual(pattern) ? null : matchesShellPattern(text, pattern),
  );
  const hit = (inverted: boolean): Answer => {
    const answers = matching.filter((_, index) => words[index]?.inverted === inverted);
    return answers.includes(true) ? true : answers.includes(null) ? null : false;
  };
  const excluded = hit(true);
  if (excluded === true) return false;
  const included = words.some(({ inverted }) => !inverted) ? hit(false) : true;
  return included === false ? false : excluded === null ? null : included;
}

const isUnusual = (pattern: string): boolean => /["'\\]|\[[:.=]/.test(pattern);

/**
 * Whether networkd takes a word of Name= for a name or a pattern of names; it passes over others, and a list that is
 * left empty asks for nothing. Measured with systemd 252.
 */
export const isInterfaceName = (word: string): boolean =>
  word.length < 128 &&
  /^[!-~]+$/.test(word) &&
  !/[:/%]/.test(word) &&
  !/^\d+$/.test(word) &&
  !['.', '..', 'all', 'default'].includes(word);

/** Whether a list of hardware addresses has this one. Null where a word is none that is known here: what networkd refuses asks for nothing. */
export function hardwareAddressMatches(words: readonly string[], address: string | undefined): Answer {
  const addresses = words.map(sixBytes);
  if (address !== undefined && addresses.includes(address)) return true;
  return addresses.includes(undefined) ? null : false;
}

/** The three ways to write an address of six bytes (systemd.network(5), MACAddress=), as `ee:ee:ee:ee:ee:ee`. */
function sixBytes(word: string): string | undefined {
  const parts = /^(?:[0-9a-f]{1,2}([:-]))(?:[0-9a-f]{1,2}\1){4}[0-9a-f]{1,2}$/i.test(word)
    ? word.split(/[:-]/).map((part) => part.padStart(2, '0'))
    : /^(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}$/i.test(word)
      ? (word.replaceAll('.', '').match(/../g) ?? [])
      : undefined;
  return parts?.join(':').toLowerCase();
}
