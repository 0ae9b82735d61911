import fc from 'fast-check';
import { parseExecLine, unquotedWords } from './exec-line';

describe('a command line of a unit', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    ['is its words', '/usr/sbin/iptables-restore /etc/rules', [['/usr/sbin/iptables-restore', '/etc/rules']]],
    ['has words in quotes', '/bin/sh -c "a \'b\'; c"', [['/bin/sh', '-c', "a 'b'; c"]]],
    ['has quotes within words', `/bin/x "a"b'c'd`, [['/bin/x', 'abcd']]],
    ['has an empty word', "/bin/x ''", [['/bin/x', '']]],
    ['is several where a semicolon stands alone', '/bin/a b ; /bin/c', [['/bin/a', 'b'], ['/bin/c']]],
    ['keeps a semicolon within a word', '/bin/a b; c;', [['/bin/a', 'b;', 'c;']]],
    ['keeps a semicolon behind a backslash', '/bin/a \\; b', [['/bin/a', ';', 'b']]],
    ['has prefixes', '-+/bin/a b', [['/bin/a', 'b']]],
    ['has every prefix', '@-:!!/bin/a name b', [['/bin/a', 'b']]],
    ['has escapes', '/bin/a \\x41\\u0042\\103\\s"\\t"', [['/bin/a', 'ABC \t']]],
    ['keeps a backslash that means nothing', '/bin/a \\q', [['/bin/a', '\\q']]],
    ['has a doubled percent sign and dollar', '/bin/a 100%% $$x %i $y', [['/bin/a', '100%', '$x', '%i', '$y']]],
    ['has a program without a path', 'nft -f /etc/x', [['nft', '-f', '/etc/x']]],
    ['is none with a quote that is not closed', '/bin/a "b', []],
    ['is none without a program', ' - /bin/a', []],
    ['is none when it is empty', '', []],
  ])('%s', (_, value, commands) => {
    expect(parseExecLine(value)).toEqual(commands);
  });

  it('gives words back that systemd would write so', () => {
    const word = fc.string({ unit: fc.constantFrom('a', '-', ' ', '"', "'", '\\', ';', '%', '/'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const written = words.map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`).join(' ');
        expect(unquotedWords(written)).toEqual(words);
      }),
    );
  });

  it('takes time in proportion to its length', () => {
    for (const part of ['\\', '"', "'", ' ; ', 'a', '\\x4']) {
      const start = performance.now();
      parseExecLine(part.repeat(200_000 / part.length));
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
