import { readFileSync } from 'node:fs';
import { chartDocument, valuesOf } from './chart-document';
import { describeSchema, schemaAt } from './chart/values-schema';

describe('the README of the chart', () => {
  it('is made of its values and their schema', () => {
    expect(readFileSync('charts/calico-readiness/README.md', 'utf8'), 'run npm run generate-docs').toBe(
      chartDocument(),
    );
  });

  it('gives each value the comment above it, or that of the values around it', () => {
    expect(valuesOf('# A.\n# B.\na:\n  # C.\n  b: 1\n  c: []\nd: {}\n'.replace('d:', '# D.\nd:'))).toEqual([
      { path: ['a', 'b'], comment: 'C.', value: 1 },
      { path: ['a', 'c'], comment: 'A. B.', value: [] },
      { path: ['d'], comment: 'D.', value: {} },
    ]);
  });

  it('has no value that nothing is said of', () => {
    expect(() => valuesOf('a:\n  b: 1\n')).toThrow('values.yaml says nothing of a.b');
  });

  it('has no value that the schema does not know', () => {
    expect(() => schemaAt({ properties: { a: {} } }, ['a', 'b'])).toThrow('values.schema.json does not know a.b');
  });

  it.each([
    [{ enum: ['auto', 'never'] }, '`auto`, `never`'],
    [{ type: 'boolean' }, '`true`, `false`'],
    [{ type: 'integer', minimum: 5, maximum: 10 }, '5 to 10'],
    [{ type: ['integer', 'string'] }, 'a number or a percentage'],
    [{ type: 'array', items: { $ref: '#/definitions/name' } }, 'a list of a text'],
  ])('says of %j: %s', (schema, words) => {
    expect(describeSchema(schema, { definitions: { name: { type: 'string' } } })).toBe(words);
  });
});
