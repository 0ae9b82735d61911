import fc from 'fast-check';
import { inEnglish } from '../model/message';
import type { NodeSelector } from '../model/waiver';
import { readSelector } from './label-selector';
import { selectorOfText } from './selector-of-text';
import { selectorKey, selectorText } from './selector-text';

const key = fc.stringMatching(/^([a-z][a-z.]{0,8}[a-z]\/)?[A-Za-z][-A-Za-z0-9_.]{0,8}[a-z0-9]$/);
const value = fc.stringMatching(/^([A-Za-z0-9]([-A-Za-z0-9_.]{0,8}[a-z0-9])?)?$/);
const expression = fc.oneof(
  fc.record({ key, operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const) }),
  fc.record({
    key,
    operator: fc.constantFrom('In' as const, 'NotIn' as const),
    values: fc.uniqueArray(value, { minLength: 1, maxLength: 4 }),
  }),
);
const selector: fc.Arbitrary<NodeSelector> = fc.record({
  matchLabels: fc.dictionary(key, value, { maxKeys: 4 }),
  matchExpressions: fc.array(expression, { maxLength: 4 }),
});

const read = (written: unknown) => {
  const reading = readSelector(written);
  if ('problem' in reading) throw new Error(inEnglish(reading.problem));
  return reading.selector;
};

describe('a selector in the words of kubectl', () => {
  it.each<[string, NodeSelector]>([
    ['', {}],
    ['  ', {}],
    ['zone=a', { matchLabels: { zone: 'a' } }],
    ['zone == a', { matchLabels: { zone: 'a' } }],
    ['node-role.kubernetes.io/infra=', { matchLabels: { 'node-role.kubernetes.io/infra': '' } }],
    ['gpu', { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] }],
    ['! gpu', { matchExpressions: [{ key: 'gpu', operator: 'DoesNotExist' }] }],
    ['tier!=db', { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['db'] }] }],
    ['zone in (a, b)', { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }] }],
    [
      'zone=a,zone=b',
      { matchLabels: { zone: 'a' }, matchExpressions: [{ key: 'zone', operator: 'In', values: ['b'] }] },
    ],
  ])('says of "%s" what it demands', (text, expected) => {
    expect(selectorOfText(text)).toEqual({ selector: expected });
  });

  it.each([
    ',',
    'a=b,',
    'zone in a',
    'zone in (a',
    'zone in (a))',
    'zone near (a)',
    '=a',
    '!',
    'a=b=c',
    'a b',
    'é=a',
    'a=<b>',
  ])('is none in "%s"', (text) => {
    expect(selectorOfText(text)).toHaveProperty('problem');
  });

  it('has a bound', () => {
    expect(selectorOfText('a,'.repeat(5000))).toHaveProperty('problem');
    expect(selectorOfText(Array.from({ length: 17 }, (_, index) => `l${String(index)}=a`).join(','))).toHaveProperty(
      'problem',
    );
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(selector, (written) => {
        const former = read(written);
        const reading = selectorOfText(selectorText(former));
        if ('problem' in reading) throw new Error(inEnglish(reading.problem));
        expect(selectorKey(read(reading.selector))).toBe(selectorKey(former));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        selectorOfText(text);
      }),
    );
  });
});
