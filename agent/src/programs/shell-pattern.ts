import { bracketSet } from './bracket-set';

/** Whether a name matches a shell pattern as fnmatch(3) without flags does: `*`, `?` and bracket sets. */
export const matchesShellPattern = (name: string, pattern: string): boolean => shellPattern(pattern)(name);

/**
 * A shell pattern made ready for many names. Reading it takes steps in proportion to its length, and each name at most as many
 * as its own length times that of the longest part between two stars that is not longer than the name.
 */
export function shellPattern(pattern: string): (name: string) => boolean {
  if (!hasWildcard(pattern)) return (name) => name === pattern;
  const tokens = tokenise(pattern);
  return (name) => matches(name, tokens);
}

/** Whether a pattern may match anything but itself. */
export const hasWildcard = (pattern: string): boolean => /[*?[]/.test(pattern);

function matches(name: string, tokens: readonly Token[]): boolean {
  let position = 0;
  let token = 0;
  let afterStar = -1;
  let retryFrom = 0;
  while (position < name.length) {
    const current = tokens[token];
    if (current === '*') {
      token += 1;
      afterStar = token;
      retryFrom = position;
    } else if (current !== undefined && current(name.charAt(position))) {
      token += 1;
      position += 1;
    } else if (afterStar >= 0) {
      retryFrom += 1;
      position = retryFrom;
      token = afterStar;
    } else {
      return false;
    }
  }
  // Stars never stand side by side here.
  return token === tokens.length || (token === tokens.length - 1 && tokens[token] === '*');
}

type Token = '*' | ((character: string) => boolean);

function tokenise(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  // Where no bracket closes, none that opens later is closed either: the text is searched to its end once.
  let closes = true;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    const end = character === '[' && closes ? endOfBracket(pattern, at) : -1;
    if (character === '[' && end < 0) closes = false;
    if (end >= 0) {
      tokens.push(bracketSet(pattern.slice(at + 1, end)));
      at = end;
    } else if (character !== '*') tokens.push(character === '?' ? () => true : (other) => other === character);
    else if (tokens.at(-1) !== '*') tokens.push('*');
  }
  return tokens;
}

/** Where the set ends that opens here; a bracket that stands first in it is one of its characters, unless it is the only one that closes. */
function endOfBracket(pattern: string, start: number): number {
  const negated = /[!^]/.test(pattern.charAt(start + 1));
  const first = start + (negated ? 2 : 1);
  const isMember = pattern.charAt(first) === ']';
  const end = pattern.indexOf(']', isMember ? first + 1 : first);
  return end < 0 && isMember ? first : end;
}
