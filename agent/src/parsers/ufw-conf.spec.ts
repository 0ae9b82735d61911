import * as fc from 'fast-check';
import { parseUfwEnabled } from './ufw-conf';

describe('ufw.conf', () => {
  it.each([
    ['ENABLED=no\nLOGLEVEL=low\n', false],
    ['# /etc/ufw/ufw.conf\n\nENABLED=yes\n', true],
    ['ENABLED="yes" # on\n', true],
    ['ENABLED=yes\nENABLED=no\n', false],
    ['#ENABLED=yes\n', false],
    ['', false],
    ['ENABLED=\n', false],
    ['ENABLED=$(cat /x)\n', null],
    ['ENABLED=maybe\n', null],
  ])('%j turns the rules on: %j', (text, enabled) => {
    expect(parseUfwEnabled(text)).toBe(enabled);
  });

  it('is answered for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([true, false, null]).toContain(parseUfwEnabled(`ENABLED=${text}`));
      }),
    );
  });
});
