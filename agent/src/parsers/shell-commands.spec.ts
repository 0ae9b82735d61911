import fc from 'fast-check';
import { parseShellCommands } from './shell-commands';

describe('a shell script', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    ['is one command', 'iptables -P FORWARD ACCEPT', [['iptables', '-P', 'FORWARD', 'ACCEPT']]],
    ['has commands behind each other', 'a b; c && d || e | f & g', [['a', 'b'], ['c'], ['d'], ['e'], ['f'], ['g']]],
    ['has lines', 'a\nb # c; d\ne', [['a'], ['b'], ['e']]],
    ['keeps a hash within a word', 'a b#c', [['a', 'b#c']]],
    ['has quotes', `a 'b; c' "d && e" f\\ g`, [['a', 'b; c', 'd && e', 'f g']]],
    ['has reserved words', 'if ! a; then b; else c; fi', [['a'], ['b'], ['c'], ['fi']]],
    ['has a loop', 'while ! a; do sleep 1; done', [['a'], ['sleep', '1'], ['done']]],
    ['has groups and substitutions', '(a; { b; }) $(c) `d`', [['a'], ['b'], ['}'], ['$'], ['c'], ['d']]],
    ['has assignments in front', 'A=b C="d e" f g=h', [['f', 'g=h']]],
    ['has nothing but an assignment', 'A=b', []],
    ['reads from a file', 'iptables-restore < /etc/rules', [['iptables-restore']]],
    ['reads from a file before the program', '</etc/rules iptables-restore -n', [['iptables-restore', '-n']]],
    ['writes to files', 'a > /x 2>&1 b >>"/y z" c', [['a', 'b', 'c']]],
    ['starts another program in its place', 'exec nft -f /x', [['nft', '-f', '/x']]],
    ['is empty', ' ;; \n', []],
  ])('%s', (_, script, commands) => {
    expect(parseShellCommands(script)).toEqual(commands);
  });

  it('tells each of the simple commands that it is joined of', () => {
    const command = fc.array(fc.stringMatching(/^[a-z][a-z0-9/.-]{0,5}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(
          command.filter(([first = '']) => !/^(?:if|then|else|elif|while|until|do|exec|command|time)$/.test(first)),
          { minLength: 1, maxLength: 5 },
        ),
        fc.constantFrom(';', ' && ', '\n', ' | ', '&'),
        (commands, joint) => {
          const script = commands.map((words) => words.map((word) => `'${word}'`).join(' ')).join(joint);
          expect(parseShellCommands(script)).toEqual(commands);
        },
      ),
    );
  });

  it('takes time in proportion to its length', () => {
    for (const part of ['\\', '"', "'", ';', '< ', '<"', '#', 'a ', '2>', 'if ']) {
      const start = performance.now();
      parseShellCommands(part.repeat(200_000 / part.length));
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
