/**
 * Whether a name matches a shell pattern as fnmatch(3) without flags does: `*`, `?` and bracket sets. Takes time
 * proportional to both lengths at worst, so that a hostile pattern can't hold the agent up.
 */
export function matchesShellPattern(name: string, pattern: string): boolean {
  const tokens = tokenise(pattern);
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
  return tokens.slice(token).every((rest) => rest === '*');
}

type Token = '*' | ((character: string) => boolean);

function tokenise(pattern: string): Token[] {
  const parts = pattern.match(/\[[!^]?\]?[^\]]*\]|[^]/g) ?? [];
  return parts.map((part): Token => {
    if (part === '*') return '*';
    if (part === '?') return () => true;
    if (part.length > 1) return bracketSet(part);
    return (character) => character === part;
  });
}

function bracketSet(part: string): (character: string) => boolean {
  const negated = /^\[[!^]/.test(part);
  const ranges = [...part.slice(negated ? 2 : 1, -1).matchAll(/([^])-([^])|([^])/g)].map(([, from, to, single]) => [
    from ?? single ?? '',
    to ?? single ?? '',
  ]);
  return (character) => ranges.some(([from = '', to = '']) => from <= character && character <= to) !== negated;
}
