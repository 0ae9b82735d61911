import * as fc from 'fast-check';
import { matchesShellPattern } from './shell-pattern';

/** A bracket expression as glob(7) has it; a plain bracket where none closes. */
const inParts = (pattern: string): readonly string[] => pattern.match(/\[[!^]?\]?[^\]]*\]|[^]/g) ?? [];

/** The definition, one part after the other, without a thought of how long it takes. */
function byDefinition(name: string, parts: readonly string[]): boolean {
  const [part, ...others] = parts;
  if (part === undefined) return name === '';
  if (part === '*') return [...Array(name.length + 1).keys()].some((start) => byDefinition(name.slice(start), others));
  if (name === '' || !takes(part, name.charAt(0))) return false;
  return byDefinition(name.slice(1), others);
}

function takes(part: string, character: string): boolean {
  if (part === '?' || part.length === 1) return part === '?' || part === character;
  const negated = /^\[[!^]/.test(part);
  const ranges = [...part.slice(negated ? 2 : 1, -1).matchAll(/([^])-([^])|([^])/g)];
  return (
    ranges.some(([, from, to, single = '']) => (from ?? single) <= character && character <= (to ?? single)) !== negated
  );
}

describe('matchesShellPattern', () => {
  it.each([
    ['xt_set', 'xt_set', true],
    ['xt_set', 'xt_se', false],
    ['xt_set', 'xt_*', true],
    ['xt_set', '*', true],
    ['xt_set', '*set', true],
    ['xt_set', 'x*s*t', true],
    ['xt_set', 'x*s', false],
    ['xt_set', 'xt_se?', true],
    ['xt_set', 'xt_set?', false],
    ['xt_set', 'xt_[r-t]et', true],
    ['xt_set', 'xt_[!r-t]et', false],
    ['xt_set', 'xt_[^a]et', true],
    ['xt_set', 'xt_[]s]et', true],
    ['xt_set', 'XT_SET', false],
    ['', '*', true],
    ['', '?', false],
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
  ])('%s against %s: %s', (name, pattern, matches) => {
    expect(matchesShellPattern(name, pattern)).toBe(matches);
  });

  it('agrees with the definition by recursion', () => {
    const recursive = (name: string, pattern: string): boolean => {
      if (pattern === '') return name === '';
      if (pattern.startsWith('*'))
        return recursive(name, pattern.slice(1)) || (name !== '' && recursive(name.slice(1), pattern));
      return (
        name !== '' && (pattern.startsWith('?') || pattern[0] === name[0]) && recursive(name.slice(1), pattern.slice(1))
      );
    };
    const text = (...characters: string[]) => fc.string({ unit: fc.constantFrom(...characters), maxLength: 8 });
    fc.assert(
      fc.property(
        text('a', 'b'),
        text('a', 'b', '*', '?'),
        (name, pattern) => matchesShellPattern(name, pattern) === recursive(name, pattern),
      ),
      { numRuns: 2000 },
    );
  });

  it('agrees with the definition where brackets stand, close or not', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '-', ']', '[', '!', '^', '*', '?'), maxLength: 9 });
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '-', ']', '[', '!'), maxLength: 4 });
    fc.assert(
      fc.property(name, text, (one, pattern) => {
        expect(matchesShellPattern(one, pattern)).toBe(byDefinition(one, inParts(pattern)));
      }),
      { numRuns: 5000 },
    );
  });

  it('is not held up by a hostile pattern', () => {
    expect(matchesShellPattern('a'.repeat(200), `${'*a'.repeat(60)}b`)).toBe(false);
  });
});
