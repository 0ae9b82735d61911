import fc from 'fast-check';
import { oneLine } from './untrusted-text';

describe('oneLine', () => {
  it.each([
    ['keeps plain text', 'active, enabled', 'active, enabled'],
    ['makes two blanks one, and none at the ends', ' a  b ', 'a b'],
    ['makes lines and tabs one blank', ' a\n\t b\r\n', 'a b'],
    ["removes terminal escape sequences' introducer", '\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['removes C1 controls', 'a\u009b31mb', 'a31mb'],
    ['removes bidirectional overrides and zero-width characters', 'a\u202eb\u200bc\u2066d', 'abcd'],
    ['removes half surrogates', 'a\ud800b', 'ab'],
    ['writes bytes of a file name that is not UTF-8', 'caf\uDCE9.conf \uDC80', 'caf\\xe9.conf \\x80'],
    ['keeps the second half of a character', '\u{1f480}', '\u{1f480}'],
    ['keeps other scripts', 'Красная Шапка 7 🎩', 'Красная Шапка 7 🎩'],
  ])('%s', (_name, text, expected) => {
    expect(oneLine(text, 40)).toBe(expected);
  });

  it('cuts between characters, never through one', () => {
    expect(oneLine('🎩🎩🎩🎩', 3)).toBe('🎩🎩…');
  });

  it('never exceeds the limit and never leaves an invisible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (text, limit) => {
        const line = oneLine(text, limit);
        expect([...line].length).toBeLessThanOrEqual(limit);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
    );
  });

  it('is quick with a text of many megabytes', () => {
    const text = 'a '.repeat(25_000_000);
    const started = performance.now();
    oneLine(text, 200);
    // To look at all of it takes some 20 seconds.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
