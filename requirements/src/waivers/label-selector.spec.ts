import fc from 'fast-check';
import { inEnglish } from '../model/message';
import { labelOperators } from '../model/waiver';
import type { Labels } from './label-selector';
import { readSelector, selectorMatches } from './label-selector';
import { selectorKey, selectorText } from './selector-text';

const labels: Labels = { zone: 'a', 'node-role.kubernetes.io/worker': '', gpu: 'true' };
const matches = (selector: unknown, of: Labels = labels): boolean => {
  const reading = readSelector(selector);
  if ('problem' in reading) throw new Error(inEnglish(reading.problem));
  return selectorMatches(reading.selector, of);
};
const expression = (key: string, operator: string, values?: readonly string[]) => ({
  matchExpressions: [{ key, operator, ...(values && { values }) }],
});

describe('a label selector', () => {
  it.each<[string, unknown, boolean]>([
    ['that is left out selects every node', undefined, true],
    ['that is null selects every node', null, true],
    ['that is empty selects every node', {}, true],
    ['with empty parts selects every node', { matchLabels: {}, matchExpressions: [] }, true],
    ['selects by a label', { matchLabels: { zone: 'a' } }, true],
    ['selects by a label without a value', { matchLabels: { 'node-role.kubernetes.io/worker': '' } }, true],
    ['does not select another value', { matchLabels: { zone: 'b' } }, false],
    ['does not select a label that is not there', { matchLabels: { rack: '' } }, false],
    ['demands all of its labels', { matchLabels: { zone: 'a', gpu: 'false' } }, false],
    ['selects by In', expression('zone', 'In', ['b', 'a']), true],
    ['does not select by In what has another value', expression('zone', 'In', ['b']), false],
    ['does not select by In what lacks the label', expression('rack', 'In', ['b']), false],
    ['selects by NotIn another value', expression('zone', 'NotIn', ['b']), true],
    ['selects by NotIn what lacks the label', expression('rack', 'NotIn', ['b']), true],
    ['does not select by NotIn the value', expression('zone', 'NotIn', ['b', 'a']), false],
    ['selects by Exists', expression('gpu', 'Exists'), true],
    ['does not select by Exists what lacks the label', expression('rack', 'Exists'), false],
    ['selects by DoesNotExist', expression('rack', 'DoesNotExist', []), true],
    ['does not select by DoesNotExist what has the label', expression('gpu', 'DoesNotExist'), false],
    ['demands both parts', { matchLabels: { zone: 'a' }, ...expression('gpu', 'DoesNotExist') }, false],
    ['knows no label that every object of JavaScript has', expression('constructor', 'Exists'), false],
  ])('%s', (_, selector, expected) => {
    expect(matches(selector)).toBe(expected);
  });

  it.each<[string, unknown, RegExp]>([
    ['is a text', 'zone=a', /no object/],
    ['is a list', [], /no object/],
    ['has another field, which would demand something', { matchFields: [] }, /field other than/],
    ['has labels that are a list', { matchLabels: ['zone'] }, /matchLabels is no object/],
    ['has a label that is a number', { matchLabels: { zone: 1 } }, /no text/],
    ['has expressions that are no list', { matchExpressions: {} }, /matchExpressions is no list/],
    ['has an expression that is a text', { matchExpressions: ['zone'] }, /no key/],
    ['has an expression without a key', { matchExpressions: [{ operator: 'Exists' }] }, /no key/],
    ['has an operator of node affinity', expression('cpus', 'Gt', ['4']), /operator of matchExpressions is not one of/],
    ['has an operator in small letters', expression('zone', 'in', ['a']), /operator/],
    ['has In without values', expression('zone', 'In'), /In needs a list of values/],
    ['has NotIn with none', expression('zone', 'NotIn', []), /NotIn needs a list of values/],
    ['has Exists with values', expression('zone', 'Exists', ['a']), /Exists takes no values/],
    [
      'has too many labels',
      { matchLabels: Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`l${at}`, ''])) },
      /at most 16/,
    ],
    [
      'has too many expressions',
      { matchExpressions: Array.from({ length: 17 }, () => ({ key: 'a', operator: 'Exists' })) },
      /at most 16/,
    ],
    ['has too many values', expression('zone', 'In', Array.from({ length: 65 }, String)), /more than 64 values/],
  ])('that %s is a problem', (_, selector, problem) => {
    const reading = readSelector(selector);
    expect('problem' in reading && inEnglish(reading.problem)).toMatch(problem);
  });

  const anyExpression = fc.record({
    key: fc.constantFrom('zone', 'gpu', 'rack'),
    operator: fc.constantFrom(...labelOperators, 'Gt'),
    values: fc.option(fc.array(fc.constantFrom('a', 'b', '')), { nil: undefined }),
  });
  const anyLabels = fc.dictionary(fc.constantFrom('zone', 'gpu', 'rack'), fc.constantFrom('a', 'b', ''));
  const anySelector = fc.oneof(
    fc.record(
      { matchLabels: anyLabels, matchExpressions: fc.array(anyExpression, { maxLength: 4 }) },
      { requiredKeys: [] },
    ),
    fc.jsonValue(),
  );

  it('is read or is a problem, and each demand more selects no node more', () => {
    fc.assert(
      fc.property(anySelector, anyExpression, anyLabels, (selector, more, of) => {
        const reading = readSelector(selector);
        if ('problem' in reading) return;
        const { matchExpressions = [], ...rest } = (selector ?? {}) as { matchExpressions?: readonly unknown[] };
        const narrower = readSelector({ ...rest, matchExpressions: [...matchExpressions, more] });
        if ('problem' in narrower) return;
        expect(selectorMatches(reading.selector, of) || !selectorMatches(narrower.selector, of)).toBe(true);
      }),
    );
  });

  it('has a key that is the same for the same demands in another order, and another for others', () => {
    const keyOf = (selector: unknown): string => {
      const reading = readSelector(selector);
      return 'problem' in reading ? inEnglish(reading.problem) : selectorKey(reading.selector);
    };
    expect(keyOf({ matchLabels: { zone: 'a', gpu: '' } })).toBe(keyOf({ matchLabels: { gpu: '', zone: 'a' } }));
    expect(keyOf(expression('zone', 'In', ['a', 'b']))).toBe(keyOf(expression('zone', 'In', ['b', 'a', 'b'])));
    expect(keyOf({ matchLabels: { zone: 'a' } })).toBe(keyOf(expression('zone', 'In', ['a'])));
    expect(keyOf(expression('zone', 'In', ['a,b']))).not.toBe(keyOf(expression('zone', 'In', ['a', 'b'])));
    expect(keyOf({})).not.toBe(keyOf(expression('zone', 'Exists')));
  });

  it.each<[unknown, string]>([
    [{}, ''],
    [{ matchLabels: { zone: 'a' } }, 'zone=a'],
    [expression('zone', 'In', ['a', 'b']), 'zone in (a,b)'],
    [expression('zone', 'NotIn', ['a']), 'zone!=a'],
    [expression('zone', 'NotIn', ['a', 'b']), 'zone notin (a,b)'],
    [
      {
        matchExpressions: [
          { key: 'gpu', operator: 'Exists' },
          { key: 'rack', operator: 'DoesNotExist' },
        ],
      },
      'gpu,!rack',
    ],
  ])('%j is written as %j, as kubectl takes it', (selector, text) => {
    const reading = readSelector(selector);
    expect('selector' in reading && selectorText(reading.selector)).toBe(text);
  });
});
