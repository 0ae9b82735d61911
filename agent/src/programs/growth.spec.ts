import { growthOf, linear } from '../../test/growth/growth';
import { PatternTable } from './pattern-table';
import { matchesShellPattern } from './shell-pattern';

const patterns: readonly (readonly [string, (size: number) => unknown])[] = [
  '[',
  '*',
  '?',
  ']',
  '[]',
  '[!',
  'a-',
  '[a',
  '[a]',
  'a*',
].flatMap((part) =>
  ['', '[', '*', '[a'].map(
    (beginning) =>
      [
        `the pattern ${beginning}${part}${part}…`,
        (size: number) => matchesShellPattern('cali0', beginning + part.repeat(size)),
      ] as const,
  ),
);

describe('the steps of patterns', () => {
  it.each<readonly [string, (size: number) => unknown]>([
    ...patterns,
    ['a long name against one star', (size) => matchesShellPattern('a'.repeat(size), '*b')],
    [
      'patterns that are looked up',
      (size) => {
        const table = new PatternTable<number>();
        for (let index = 0; index < size; index += 1) table.add(`eth${String(index)}`, index);
        for (let index = 0; index < size; index += 1) table.first(`eth${String(index)}`);
      },
    ],
  ])('grow no faster than what they are given: %s', (_, call) => {
    expect(growthOf(call, 300)).toBeLessThan(linear);
  });
});
