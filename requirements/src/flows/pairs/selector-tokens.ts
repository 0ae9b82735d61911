/** One word of a selector; `value` is the label or the text, else empty. */
export interface SelectorToken {
  readonly kind: string;
  readonly value: string;
}

/** Longest selector that is read, in UTF-16 code units. */
const longest = 4096;

/** Each kind of token from where it is looked for, as Calico's tokenizer tries them; blanks are spaces and tabs alone. */
const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['(', /\(/y],
  [')', /\)/y],
  ['text', /"([^"]*)"/y],
  ['text', /'([^']*)'/y],
  ['{', /\{/y],
  ['}', /\}/y],
  [',', /,/y],
  ['==', /==/y],
  ['!=', /!=/y],
  ['!', /!/y],
  ['&&', /&&/y],
  ['||', /\|\|/y],
];

/** Directly behind a label only an operator can stand, so that a label may be called `in`. */
const operators: typeof patterns = [
  ['contains', /contains/y],
  ['starts with', /starts[ \t]*with/y],
  ['ends with', /ends[ \t]*with/y],
  ['not in', /not[ \t]*in/y],
  ['in', /in/y],
];

const words: typeof patterns = [
  ['has', /has\([ \t]*([a-zA-Z0-9_./-]+)[ \t]*\)/y],
  ['all', /all\([ \t]*\)/y],
  // What begins like a function and is none is refused, and is no label.
  ['refused', /(?:has|all|global)\(/y],
  ['label', /([a-zA-Z0-9_./-]+)/y],
];

/** The words of a selector, or undefined where Calico would refuse one (libcalico-go/lib/selector/tokenizer). */
export function selectorTokens(text: string): readonly SelectorToken[] | undefined {
  if (text.length > longest) return undefined;
  const tokens: SelectorToken[] = [];
  let at = 0;
  for (;;) {
    while (text[at] === ' ' || text[at] === '\t') at += 1;
    if (at === text.length) return tokens;
    const found = tokenAt(text, at, tokens.at(-1)?.kind === 'label' ? operators : words);
    if (found === undefined || found.kind === 'refused') return undefined;
    tokens.push({ kind: found.kind, value: found.value });
    at += found.length;
  }
}

function tokenAt(
  text: string,
  at: number,
  further: typeof patterns,
): (SelectorToken & { readonly length: number }) | undefined {
  for (const [kind, pattern] of [...patterns, ...further]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { kind, value: match[1] ?? '', length: match[0].length };
  }
  return undefined;
}
