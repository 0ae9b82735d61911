import fc from 'fast-check';
import { printable } from './printable';

describe('printable', () => {
  it.each([
    ['plain text', 'active, enabled', 'active, enabled'],
    ['escape sequences', '\u001b[31mred', '\uFFFD[31mred'],
    ['text direction overrides', 'safe\u202Egnp.exe', 'safe\uFFFDgnp.exe'],
    ['line breaks', 'a\nb', 'a\uFFFDb'],
    ['markup, which is text here', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['other scripts', 'ノード 节点 é', 'ノード 节点 é'],
  ])('treats %s', (_title, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('is never longer than asked and never splits a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const printed = printable(text, 10);
        expect(Array.from(printed).length).toBeLessThanOrEqual(10);
        expect(printed).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});
