import { isInUse } from './extension';

const extension = (flags?: { required?: string[]; disallowed?: string[] }) => ({
  type: 'a.b',
  uid: '1',
  pluginName: 'p',
  properties: {},
  ...(flags && { flags }),
});

describe('an extension', () => {
  it.each([
    [undefined, {}, true],
    [{ required: ['A'] }, {}, false],
    [{ required: ['A'] }, { A: false }, false],
    [{ required: ['A'] }, { A: true }, true],
    [{ required: ['A', 'B'] }, { A: true }, false],
    [{ disallowed: ['A'] }, {}, true],
    [{ disallowed: ['A'] }, { A: true }, false],
  ])('with the flags %j is in use under %j: %s', (flags, values, expected) => {
    expect(isInUse(extension(flags), values)).toBe(expected);
  });
});
