import type { Node } from './regular-expression';
import { takeApart } from './regular-expression';

/** Where a match ends, and where its groups are; undefined where there is none. */
type Continue = (at: number) => boolean;

const parsedBySource = new Map<string, Node>();
const setsBySource = new Map<string, RegExp>();

/**
 * Matches at one place as ECMAScript has it ("Runtime Semantics: CompilePattern"): by trying, and going back where that fails.
 * Calls `step` for each attempt, so that the count shows what an engine that goes back has to do. The end of the match, or undefined.
 */
export function endOfMatch(form: RegExp, text: string, start: number, step: () => void): number | undefined {
  const node = parsedBySource.get(form.source) ?? takeApart(form.source);
  parsedBySource.set(form.source, node);
  let end: number | undefined;
  const groups = new Map<number, string>();
  const run = (part: Node, at: number, then: Continue): boolean => {
    step();
    switch (part.kind) {
      case 'character': {
        const width = form.unicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
        return at < text.length && isIn(part.source, form, text.slice(at, at + width)) && then(at + width);
      }
      case 'assertion':
        return holds(part.source, form, text, at) && then(at);
      case 'back-reference': {
        const before = groups.get(part.group) ?? '';
        return text.startsWith(before, at) && then(at + before.length);
      }
      case 'group':
        return run(part.body, at, (to) => {
          const { number } = part;
          const before = groups.get(number);
          groups.set(number, text.slice(at, to));
          if (then(to)) return true;
          if (before === undefined) groups.delete(number);
          else groups.set(number, before);
          return false;
        });
      case 'look':
        // Behind, the agent's look at one character.
        return run(part.body, part.behind ? at - 1 : at, () => true) !== part.negated && then(at);
      case 'repeat':
        return repeat(part, at, 0, then);
      case 'sequence':
        return inSequence(part.parts, 0, at, then);
      case 'choice':
        return part.options.some((option) => run(option, at, then));
      default:
        return part satisfies never;
    }
  };
  const inSequence = (parts: readonly Node[], index: number, at: number, then: Continue): boolean => {
    const part = parts[index];
    return part === undefined ? then(at) : run(part, at, (to) => inSequence(parts, index + 1, to, then));
  };
  const repeat = (part: Extract<Node, { kind: 'repeat' }>, at: number, count: number, then: Continue): boolean => {
    if (part.body.kind === 'character') return repeatedCharacter(part, at, run, then);
    const again = (to: number): boolean => (to > at || count < part.least) && repeat(part, to, count + 1, then);
    if (count < part.most && run(part.body, at, again)) return true;
    return count >= part.least && then(at);
  };
  run(node, start, (at) => {
    end = at;
    return true;
  });
  return end;
}

/** A repeat without a call within a call for each character. */
function repeatedCharacter(
  { body, least, most }: Extract<Node, { kind: 'repeat' }>,
  start: number,
  run: (part: Node, at: number, then: Continue) => boolean,
  then: Continue,
): boolean {
  const ends = [start];
  const goOn: Continue = (to) => ends.push(to) > 0;
  while (ends.length <= most && run(body, ends.at(-1) ?? start, goOn));
  for (let end = ends.pop(); end !== undefined && ends.length >= least; end = ends.pop()) if (then(end)) return true;
  return false;
}

function isIn(source: string, { flags }: RegExp, character: string): boolean {
  const key = `${source}/${flags}`;
  const set = setsBySource.get(key) ?? new RegExp(`^(?:${source})$`, flags.replace(/[gym]/g, ''));
  setsBySource.set(key, set);
  return set.test(character);
}

const isLineEnd = (character: string | undefined): boolean =>
  character !== undefined && /[\n\r\u2028\u2029]/.test(character);
const isWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character);

function holds(source: '^' | '$' | '\\b', { multiline }: RegExp, text: string, at: number): boolean {
  switch (source) {
    case '^':
      return at === 0 || (multiline && isLineEnd(text[at - 1]));
    case '$':
      return at === text.length || (multiline && isLineEnd(text[at]));
    case '\\b':
      return isWord(text[at - 1]) !== isWord(text[at]);
    default:
      return source satisfies never;
  }
}
