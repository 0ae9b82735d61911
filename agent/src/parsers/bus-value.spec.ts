import * as fc from 'fast-check';
import { busDictionary, variantValue } from './bus-value';

describe('variantValue', () => {
  it.each<[string, unknown, unknown]>([
    ['a boolean', [[{ type: 'b', child: [] }], [false]], false],
    ['a text', [[{ type: 's', child: [] }], ['tunl0']], 'tunl0'],
    ['a variant without value', [[], []], undefined],
    ['two values', [[], [1, 2]], undefined],
    ['no variant', true, undefined],
    ['a list of one', [[true]], undefined],
  ])('reads %s', (_, value, expected) => {
    expect(variantValue(value)).toBe(expected);
  });
});

describe('busDictionary', () => {
  it.each<[string, unknown, readonly (readonly [string, unknown])[] | undefined]>([
    ['an empty one', [], []],
    [
      'pairs',
      [
        ['a', 1],
        ['b', 2],
      ],
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    [
      'a key that comes twice',
      [
        ['a', 1],
        ['a', 2],
      ],
      [['a', 2]],
    ],
    ['a key that is no text', [[1, 1]], undefined],
    ['an entry that is no pair', [['a']], undefined],
    ['no list', 'a', undefined],
  ])('reads %s', (_, value, expected) => {
    expect(busDictionary(value)).toEqual(expected && new Map(expected));
  });
});

it('both read what was written', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.anything())), (pairs) => {
      const dictionary = pairs.map(([key, value]) => [key, [[{ type: 'v', child: [] }], [value]]]);
      const read = busDictionary(dictionary);
      expect([...(read ?? [])].map(([key, value]) => [key, variantValue(value)])).toEqual([...new Map(pairs)]);
    }),
  );
});

it('neither throws for anything', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      variantValue(value);
      busDictionary(value);
    }),
  );
});
