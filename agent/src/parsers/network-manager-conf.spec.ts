import * as fc from 'fast-check';
import { parseNetworkManagerConf } from './network-manager-conf';

const sectionsOf = (text: string) => {
  const result = parseNetworkManagerConf(text);
  return result.status === 'parsed'
    ? result.value.map(({ name, values }) => [name, Object.fromEntries(values)])
    : result;
};

describe('a NetworkManager configuration file', () => {
  it.each([
    ['nothing', '', []],
    ['comments and empty lines only', '# a\n\n \t# b\n', []],
    ['a section without values', '[keyfile]\n', [['keyfile', {}]]],
    ['blanks around the equals sign', '[a]\nkey \t= value \t\n', [['a', { key: 'value' }]]],
    ['indented keys and headers', '  [a]\n\tkey=value\n', [['a', { key: 'value' }]]],
    ['CRLF line ends', '[a]\r\nkey=value\r\n', [['a', { key: 'value' }]]],
    ['no newline at the end', '[a]\nkey=value', [['a', { key: 'value' }]]],
    ['an empty value', '[a]\nkey=\n', [['a', { key: '' }]]],
    ['values with equals signs and brackets', '[a]\nkey=[x]=y\n', [['a', { key: '[x]=y' }]]],
    ['a hash behind a value, which is part of it', '[a]\nkey=1 # no\n', [['a', { key: '1 # no' }]]],
    ['a key that is given twice', '[a]\nkey=1\nother=2\nkey=3\n', [['a', { other: '2', key: '3' }]]],
    [
      'a section that is given twice',
      '[a]\nx=1\n[b]\n[a]\ny=2\n',
      [
        ['a', { x: '1', y: '2' }],
        ['b', {}],
      ],
    ],
    ['blanks behind a header', '[a] \t\nx=1\n', [['a', { x: '1' }]]],
    ['a blank between a key and its plus', '[a]\nx +=1\n', [['a', { 'x +': '1' }]]],
    ['a localised key', '[a]\nName[de_DE]=x\n', [['a', { 'Name[de_DE]': 'x' }]]],
    ['escapes, left to the reader of the value', '[a]\nx=a\\,b\\\n', [['a', { x: 'a\\,b\\' }]]],
    ['bytes that are no UTF-8', '[a]\nx=\uFFFD\n', [['a', { x: '\uFFFD' }]]],
    ['the encoding UTF-8 in the first section', '[a]\nEncoding=utf-8\n', [['a', { Encoding: 'utf-8' }]]],
    [
      'another encoding in a later section',
      '[a]\n[b]\nEncoding=x\n',
      [
        ['a', {}],
        ['b', { Encoding: 'x' }],
      ],
    ],
    ['a NUL byte, behind which a line is not seen', '[a]\nx=1\0y\n\0junk\n', [['a', { x: '1' }]]],
  ])('may have %s', (_, text, sections) => {
    expect(sectionsOf(text)).toEqual(sections);
  });

  it.each([
    ['a line without an equals sign', '[a]\nkey\n', 'line 2 is no section, no assignment and no comment'],
    ['a header that is not closed', '[a\n', 'line 1 is no section, no assignment and no comment'],
    ['a semicolon comment', '; note\n[a]\n', 'line 1 is no section, no assignment and no comment'],
    ['text behind a header', '[a] x\n', 'line 1 is no section, no assignment and no comment'],
    ['a comment behind a header', '[a] # x\n', 'line 1 is no section, no assignment and no comment'],
    ['a byte order mark', '\uFEFF[a]\n', 'line 1 is no section, no assignment and no comment'],
    ['UTF-16', '\uFFFD\uFFFD[\0a\0]\0\n\0', 'line 1 is no section, no assignment and no comment'],
    ['CR as line end', '[a]\rx=1\r', 'line 1 stands before the first section'],
    ['a backslash continuation', '[a]\nx=1;\\\n2\n', 'line 3 is no section, no assignment and no comment'],
    ['an indented continuation', '[a]\nx=1;\n  2\n', 'line 3 is no section, no assignment and no comment'],
    ['a value before the first section', 'x=1\n', 'line 1 stands before the first section'],
    ['an empty key', '[a]\n=1\n', 'line 2 is no section, no assignment and no comment'],
    ['an empty section name', '[]\n', 'line 1 has an invalid section name'],
    ['a bracket in a section name', '[a[b]\n', 'line 1 has an invalid section name'],
    ['a control character in a section name', '[a\tb]\n', 'line 1 has an invalid section name'],
    ['a bracket in a key', '[a]\nx[=1\n', 'line 2 has an invalid key'],
    ['another encoding in the first section', '[a]\nEncoding=latin1\n', 'line 2 asks for an encoding other than UTF-8'],
  ])('is refused because of %s', (_, text, detail) => {
    expect(parseNetworkManagerConf(text)).toEqual({ status: 'malformed', detail });
  });

  it('is parsed or refused whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('[a]', 'x=1', '#', '[', '=', '\r\n', '\0'))),
        (lines) => {
          expect(['parsed', 'malformed']).toContain(parseNetworkManagerConf(lines.join('\n')).status);
        },
      ),
    );
  });

  it('gives back every value that was written', () => {
    const word = fc.stringMatching(/^[a-z][a-z.+-]{0,11}$/);
    const value = fc.stringMatching(/^(?:[!-~](?:[ -~]{0,20}[!-~])?)?$/);
    fc.assert(
      fc.property(
        fc.dictionary(word, fc.dictionary(word, value, { noNullPrototype: true }), { noNullPrototype: true }),
        (sections) => {
          const text = Object.entries(sections)
            .map(
              ([name, values]) =>
                `[${name}]\n${Object.entries(values)
                  .map(([key, text]) => `${key}=${text}\n`)
                  .join('')}`,
            )
            .join('');
          expect(sectionsOf(text)).toEqual(Object.entries(sections));
        },
      ),
    );
  });

  it('of a megabyte in one line takes no longer than reading it', () => {
    const started = performance.now();
    const value = `y${' '.repeat(1_000_000)}z`;
    expect(sectionsOf(`[a]\nx= ${value} \n`)).toEqual([['a', { x: value }]]);
    // A few milliseconds on an idle machine; minutes where the time grows with the square of the length.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
