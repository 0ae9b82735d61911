import * as fc from 'fast-check';
import { keyFileBoolean, keyFileText } from './key-file-value';

describe('the text of a key file value', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['\\s0', ' 0'],
    ['a\\tb\\nc\\rd', 'a\tb\nc\rd'],
    ['\\\\s', '\\s'],
    ['\\q', '\\q'],
    ['0\\', '0'],
    ['\\\\', '\\'],
    ['\uFFFD', undefined],
  ])('of %j is %j', (raw, text) => {
    expect(keyFileText(raw)).toBe(text);
  });

  it('is the one that was written, escaped', () => {
    const escapes: Readonly<Record<string, string>> = {
      '\\': '\\\\',
      ' ': '\\s',
      '\n': '\\n',
      '\t': '\\t',
      '\r': '\\r',
    };
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 's', 'n', '\\', ' ', '\n', '\t', '\r', ';') }), (text) => {
        expect(keyFileText(text.replace(/[\\ \n\t\r]/g, (character) => escapes[character] ?? ''))).toBe(text);
      }),
    );
  });
});

describe('a key file boolean', () => {
  it.each(['yes', 'true', 'on', '1', 'TRUE', ' Yes '])('%j is true', (value) => {
    expect(keyFileBoolean(value)).toBe(true);
  });

  it.each(['no', 'false', 'off', '0', 'Off', ' 0 '])('%j is false', (value) => {
    expect(keyFileBoolean(value)).toBe(false);
  });

  it.each(['', 'n', 'f', '2', '00', '"0"', 'yes please', 'constructor', '__proto__'])('%j is none', (value) => {
    expect(keyFileBoolean(value)).toBeUndefined();
  });

  it('is answered for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect([true, false, undefined]).toContain(keyFileBoolean(keyFileText(value) ?? ''));
      }),
    );
  });
});
