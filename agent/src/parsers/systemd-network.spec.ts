import fc from 'fast-check';
import { parseSystemdNetwork } from './systemd-network';

const read = (text: string): readonly string[] => {
  const result = parseSystemdNetwork(text);
  if (result.status === 'malformed') throw new Error(result.detail);
  return result.value.map(({ section, key, value }) => `${section}.${key}=${value}`);
};

describe('parseSystemdNetwork', () => {
  it.each<[string, string, string[]]>([
    [
      'reads every assignment in its order',
      '[Match]\nName=a\nName=b\n[Link]\nUnmanaged=yes\n',
      ['Match.Name=a', 'Match.Name=b', 'Link.Unmanaged=yes'],
    ],
    [
      'takes blanks away around keys and values',
      '  [Match]\t\n Name\t=  cali*  tunl0 \r\n',
      ['Match.Name=cali*  tunl0'],
    ],
    ['keeps an empty value, which starts a list anew', '[Match]\nName=\n', ['Match.Name=']],
    [
      'keeps what stands behind the first equals sign',
      '[Match]\nKernelCommandLine=a=b\n',
      ['Match.KernelCommandLine=a=b'],
    ],
    [
      'passes over comments, lines without a key and lines without a value',
      '[Match]\n# Name=a\n; Name=b\nnonsense\n=c\n',
      [],
    ],
    ['joins a line that ends with a backslash, over a comment', '[Match]\nName=a \\\n# x\n  b\n', ['Match.Name=a  b']],
    ['passes over what stands before the first section', 'Name=a\n[Match]\nName=b\n', ['Match.Name=b']],
    ['knows sections and keys by their case', '[match]\nname=a\n', ['match.name=a']],
    ['passes over a byte order mark', '\ufeff[Match]\nName=a\n', ['Match.Name=a']],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([['[Match\nName=a\n'], ['[Match] x\n'], ['[Match]\nName=a\0\n'], ['[Match]\nName=\ufffd\n']])(
    'does not take %j for a whole file',
    (text) => {
      expect(parseSystemdNetwork(text).status).toBe('malformed');
    },
  );

  it('reads back whatever sections, keys and values were written', () => {
    const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/);
    const value = fc.stringMatching(/^[A-Za-z0-9!*?.:=_-]{0,12}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.array(fc.tuple(word, value), { maxLength: 4 })), { maxLength: 4 }),
        (sections) => {
          const text = sections
            .map(([name, lines]) => [`[${name}]`, ...lines.map(([key, content]) => `${key}=${content}`), ''].join('\n'))
            .join('');
          expect(read(text)).toEqual(
            sections.flatMap(([name, lines]) => lines.map(([key, content]) => `${name}.${key}=${content}`)),
          );
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        ['parsed', 'malformed'].includes(parseSystemdNetwork(text).status),
      ),
    );
  });
});
