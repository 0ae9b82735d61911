import * as fc from 'fast-check';
import { parseSystemdUnit } from './systemd-unit';

const nothing = { hasInstallRules: false, aliases: [], also: [] };

describe('the [Install] section of a unit file', () => {
  it.each([
    ['no section', '[Unit]\nDescription=x\n[Service]\nExecStart=/bin/true\n', nothing],
    ['WantedBy=', '[Install]\nWantedBy=multi-user.target\n', { ...nothing, hasInstallRules: true }],
    ['RequiredBy=', '[Install]\nRequiredBy=a.target\n', { ...nothing, hasInstallRules: true }],
    [
      'Alias=',
      '[Install]\nAlias=a.service b.service\nAlias=c.service\n',
      { ...nothing, hasInstallRules: true, aliases: ['a.service', 'b.service', 'c.service'] },
    ],
    ['Also=', '[Install]\nAlso=x.socket\n', { ...nothing, also: ['x.socket'] }],
    ['an assignment that is taken back', '[Install]\nWantedBy=a.target\nWantedBy=\n', nothing],
    ['keys of another section', '[Unit]\nAlias=x.service\n', nothing],
    ['comments', '[Install]\n# WantedBy=a.target\n; Alias=b.service\n', nothing],
    ['a continued line', '[Install]\nWantedBy=\\\n  # note\n  a.target\n', { ...nothing, hasInstallRules: true }],
    [
      'CRLF line ends',
      '[Install]\r\nAlias=a.service\r\n',
      { ...nothing, hasInstallRules: true, aliases: ['a.service'] },
    ],
    [
      'an end within a continued line',
      '[Install]\nAlias=a.service \\',
      { ...nothing, hasInstallRules: true, aliases: ['a.service'] },
    ],
  ])('with %s', (_, text, unit) => {
    expect(parseSystemdUnit(text)).toEqual(unit);
  });

  it('has every alias that was written, over as many lines as one likes', () => {
    const unit = fc.stringMatching(/^[a-z][a-z0-9@_-]{0,8}\.service$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(unit, { minLength: 1 }), { minLength: 1 }),
        fc.constantFrom(' ', ' \\\n', '\t'),
        (lines, blank) => {
          const text = [
            '[Unit]',
            'Alias=x.service',
            '[Install]',
            ...lines.map((names) => `Alias=${names.join(blank)}`),
            '',
          ].join('\n');
          expect(parseSystemdUnit(text)).toEqual({ hasInstallRules: true, aliases: lines.flat(), also: [] });
        },
      ),
    );
  });

  it('is read whatever the file holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Object.keys(parseSystemdUnit(`[Install]\n${text}`))).toEqual(['hasInstallRules', 'aliases', 'also']);
      }),
    );
  });
});
