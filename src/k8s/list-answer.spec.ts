import fc from 'fast-check';
import { readListAnswer } from './list-answer';

const definitions = [{ name: 'Name' }, { name: 'Verdict' }];

describe('an answer of the API to a list', () => {
  it('is read from a table, by the names of its columns', () => {
    const { objects, next, remaining, resourceVersion } = readListAnswer({
      kind: 'Table',
      metadata: { resourceVersion: '7', continue: 'more', remainingItemCount: 3 },
      columnDefinitions: definitions,
      rows: [
        { cells: ['a', 'Ready'], object: null },
        { cells: ['x', 'Ready'], object: { metadata: { name: 'b' } } },
        { cells: [], object: null },
      ],
    });

    expect(objects.map(({ name, cell }) => [name, cell('Verdict'), cell('Other')])).toEqual([
      ['a', 'Ready', undefined],
      ['b', 'Ready', undefined],
    ]);
    expect([next, remaining, resourceVersion]).toEqual(['more', 3, '7']);
  });

  it('takes the columns of an earlier table where it names none, as those of a watch do', () => {
    const { columns } = readListAnswer({ kind: 'Table', columnDefinitions: definitions, rows: [] });
    const { objects } = readListAnswer(
      { kind: 'Table', columnDefinitions: null, rows: [{ cells: ['a', 'Ready'], object: null }] },
      columns,
    );

    expect(objects[0]?.cell('Verdict')).toBe('Ready');
  });

  it('is read from whole objects, a list or one, where the API makes no tables', () => {
    const object = { kind: 'Node', metadata: { name: 'a' } };

    expect(readListAnswer({ kind: 'NodeList', items: [object, {}] }).objects.map(({ whole }) => whole)).toEqual([
      object,
    ]);
    expect(readListAnswer(object).objects.map(({ name }) => name)).toEqual(['a']);
  });

  it('is nothing, and no error, when it is anything else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Array.isArray(readListAnswer(value).objects)).toBe(true);
      }),
    );
  });
});
