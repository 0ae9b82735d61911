import fc from 'fast-check';
import { readCalicoSelector } from './calico-selector';

const labels = { rack: 'r1', 'kubernetes.io/os': 'linux', in: 'x', empty: '' };

describe('a selector of Calico', () => {
  it.each([
    ['', true],
    ['all()', true],
    ['all( )', true],
    ['!all()', false],
    ['!!all()', true],
    ['has(rack)', true],
    ['has( rack )', true],
    ['has(zone)', false],
    ['has(toString)', false],
    ['rack == "r1"', true],
    ["rack == 'r1'", true],
    ['rack=="r2"', false],
    ['rack != "r2"', true],
    ['zone != "a"', true],
    ['zone == ""', false],
    ['empty == ""', true],
    ['rack in {"r1", "r2"}', true],
    ['rack in {"r1",}', true],
    ['rack in {}', false],
    ['zone in {"a"}', false],
    ['rack not in {"r2"}', true],
    ['rack notin {"r1"}', false],
    ['zone not in {"a"}', true],
    ['rack contains "1"', true],
    ['rack starts with "r"', true],
    ['rack ends  with "r"', false],
    ['zone contains ""', false],
    ['in in {"x"}', true],
    ['kubernetes.io/os == "linux" && has(rack)', true],
    ['has(zone) || has(rack) && rack == "r2"', false],
    ['(has(zone) || has(rack)) && rack == "r1"', true],
    ['!(has(zone) || has(rack))', false],
  ])('%s', (text, selects) => {
    expect(readCalicoSelector(text)?.(labels)).toBe(selects);
  });

  it.each([
    'rack',
    'rack =',
    'rack = "r1"',
    'rack == r1',
    'rack == "r1',
    'has(rack',
    'has()',
    'has (rack)',
    '(all()',
    'all())',
    'all() all()',
    'all() &&',
    '&& all()',
    'rack in {"a" "b"}',
    'rack in {,}',
    'rack\n== "r1"',
    'global()',
    'rack like "r"',
    '('.repeat(40) + 'all()' + ')'.repeat(40),
    ' '.repeat(5000),
  ])('is not understood: %s', (text) => {
    expect(readCalicoSelector(text)).toBeUndefined();
  });

  it('never throws, whatever is written', () => {
    const words = ['(', ')', '!', 'has(', 'all()', 'a', '==', '"b"', '{', '}', ',', '&&', '||', 'in', ' ', "'"];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 30 }), (parts) => {
        const selects = readCalicoSelector(parts.join(''));
        expect([true, false]).toContain(selects?.(labels) ?? false);
      }),
    );
  });

  it('takes time by its length alone', () => {
    expect(readCalicoSelector('!'.repeat(4091) + 'all()')?.(labels)).toBe(false);
    expect(readCalicoSelector(`has(${'a'.repeat(4000)}`)).toBeUndefined();
  });
});
