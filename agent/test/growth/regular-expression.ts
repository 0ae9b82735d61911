/** A node of a regular expression, as far as the agent's own need them. */
export type Node =
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'assertion'; readonly source: '^' | '$' | '\\b' }
  | { readonly kind: 'back-reference'; readonly group: number }
  | { readonly kind: 'group'; readonly number: number; readonly body: Node }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negated: boolean; readonly body: Node }
  | { readonly kind: 'repeat'; readonly body: Node; readonly least: number; readonly most: number }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] };

const openings = /\((?:\?(?:(:)|(<?)([=!])))?/y;
const characters = /\[(?:\\[^]|[^\]\\])*\]|\\(?:p\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^])|[^]/y;
const repeats = /\*|\+|\?|\{(\d+)(,?)(\d*)\}/y;

/** Takes a regular expression apart. Throws where it has something that is not among the nodes, such as a lazy repeat. */
export function takeApart(source: string): Node {
  let at = 0;
  let groups = 0;
  const next = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at;
    const match = form.exec(source);
    if (match !== null) at += match[0].length;
    return match;
  };
  const choice = (): Node => {
    const options: Node[] = [];
    do options.push(sequence());
    while (source[at] === '|' && (at += 1) > 0);
    return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', options };
  };
  const sequence = (): Node => {
    const parts: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(single()));
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts };
  };
  const single = (): Node => {
    if (source[at] === '(') return enclosed();
    const text = next(characters)?.[0] ?? '';
    if (text === '^' || text === '$' || text === '\\b') return { kind: 'assertion', source: text };
    return /^\\[1-9]/.test(text)
      ? { kind: 'back-reference', group: Number(text.slice(1)) }
      : { kind: 'character', source: text };
  };
  const enclosed = (): Node => {
    const [, plain, behind, sign] = next(openings) ?? [];
    const number = plain === undefined && sign === undefined ? (groups += 1) : 0;
    const body = choice();
    at += 1;
    if (plain !== undefined) return body;
    return sign === undefined
      ? { kind: 'group', number, body }
      : { kind: 'look', behind: behind === '<', negated: sign === '!', body };
  };
  const repeated = (body: Node): Node => {
    const [text, least, comma, most] = next(repeats) ?? [];
    if (text === undefined) return body;
    if (source[at] === '?') throw new Error(`a lazy repeat in ${source}`);
    if (text === '*' || text === '+') return { kind: 'repeat', body, least: text === '+' ? 1 : 0, most: Infinity };
    if (text === '?') return { kind: 'repeat', body, least: 0, most: 1 };
    const upTo = comma === '' ? Number(least) : most === '' ? Infinity : Number(most);
    return { kind: 'repeat', body, least: Number(least), most: upTo };
  };
  return choice();
}
