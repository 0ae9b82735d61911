import * as fc from 'fast-check';
import { parseUfwEnabled } from './ufw-conf';

describe('ufw.conf', () => {
  it.each([
    ['ENABLED=no\nLOGLEVEL=low\n', false],
    ['# /etc/ufw/ufw.conf\n\nENABLED=yes\n', true],
    ['ENABLED="yes" # on\n', true],
    ['ENABLED=yes\nENABLED=no\n', false],
    ['#ENABLED=yes\n', null],
    ['', null],
    ['ENABLED=\n', false],
    ['ENABLED=$(cat /x)\n', null],
    ['ENABLED=maybe\n', null],
  ])('%j turns the rules on: %j', (text, enabled) => {
    expect(parseUfwEnabled(text)).toBe(enabled);
  });

  it('has the last assignment, wherever it stands', () => {
    const other = fc.constantFrom('', '# ENABLED=maybe', 'LOGLEVEL=low', 'IPV6=yes', 'NOT_ENABLED=x');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('yes', 'no')),
        fc.array(other),
        fc.constantFrom('yes', 'no'),
        fc.array(other),
        (earlier, before, last, after) => {
          const lines = [...earlier.map((value) => `ENABLED=${value}`), ...before, `ENABLED=${last}`, ...after, ''];
          expect(parseUfwEnabled(lines.join('\n'))).toBe(last === 'yes');
        },
      ),
    );
  });

  it('is answered for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([true, false, null]).toContain(parseUfwEnabled(`ENABLED=${text}`));
      }),
    );
  });
});
