import * as fc from 'fast-check';
import { parseUdevRules } from './udev-rules';

describe('a udev rules file', () => {
  it('has its rules in order, without comments and empty lines', () => {
    const text = [
      '# comment with \\',
      'SUBSYSTEM!="net", GOTO="end"',
      '',
      'ENV{ID_NET_DRIVER}=="veth", \\',
      '  ENV{INTERFACE}!="eth[0-9]*", ENV{NM_UNMANAGED}="1"',
      'LABEL="end"',
    ].join('\n');
    expect(parseUdevRules(text)).toEqual([
      [
        { key: 'SUBSYSTEM', attribute: '', operator: '!=', value: 'net' },
        { key: 'GOTO', attribute: '', operator: '=', value: 'end' },
      ],
      [
        { key: 'ENV', attribute: 'ID_NET_DRIVER', operator: '==', value: 'veth' },
        { key: 'ENV', attribute: 'INTERFACE', operator: '!=', value: 'eth[0-9]*' },
        { key: 'ENV', attribute: 'NM_UNMANAGED', operator: '=', value: '1' },
      ],
      [{ key: 'LABEL', attribute: '', operator: '=', value: 'end' }],
    ]);
  });

  it('keeps commas and escaped quotes inside a value', () => {
    expect(parseUdevRules('PROGRAM="a, \\"b\\"", NAME="x"\n')).toEqual([
      [
        { key: 'PROGRAM', attribute: '', operator: '=', value: 'a, \\"b\\"' },
        { key: 'NAME', attribute: '', operator: '=', value: 'x' },
      ],
    ]);
  });

  it.each(['KERNEL=="cali*" ENV{A}="1"', 'KERNEL=="cali*"ENV{A}="1"', ',KERNEL=="cali*",, ENV{A} = "1" ,'])(
    'has the terms of %j, whatever stands between them',
    (line) => {
      expect(parseUdevRules(line)).toEqual([
        [
          { key: 'KERNEL', attribute: '', operator: '==', value: 'cali*' },
          { key: 'ENV', attribute: 'A', operator: '=', value: '1' },
        ],
      ]);
    },
  );

  it.each([
    'nonsense',
    'ENV{NM_UNMANAGED}=1',
    'ENV{NM_UNMANAGED}="1',
    'kernel=="cali*", NAME="x"',
    'NAME="x" nonsense',
    'NAME="x"; SYMLINK="y"',
  ])('ignores the line %j, as udev does', (line) => {
    expect(parseUdevRules(line)).toEqual([]);
  });

  it('has every rule that was written', () => {
    const term = fc.record({
      key: fc.constantFrom('ENV', 'KERNEL', 'SUBSYSTEM', 'ATTR'),
      attribute: fc.stringMatching(/^[A-Za-z_/]{0,8}$/),
      operator: fc.constantFrom('==', '!=', '=', '+=', '-=', ':='),
      value: fc.stringMatching(/^[A-Za-z0-9 ,*?[\]|#=]{0,10}$/),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(term, { minLength: 1, maxLength: 4 })),
        fc.constantFrom(',', ', ', ', \\\n  '),
        (rules, comma) => {
          const written = rules.map((rule) =>
            rule
              .map(
                ({ key, attribute, operator, value }) =>
                  `${key}${attribute === '' ? '' : `{${attribute}}`}${operator}"${value}"`,
              )
              .join(comma),
          );
          expect(parseUdevRules(written.map((rule) => `# note\n${rule}\n`).join('\n'))).toEqual(rules);
        },
      ),
    );
  });

  it('is read whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseUdevRules(text).every((rule) => rule.length > 0)).toBe(true);
      }),
    );
  });
});
