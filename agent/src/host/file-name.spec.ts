import * as fc from 'fast-check';
import { byBytes, bytesOfName, nameFromBytes, pathForNode } from './file-name';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Bytes of which many are the beginnings and middles of characters. */
const someBytes = fc
  .array(
    fc.oneof(
      fc.nat({ max: 255 }),
      fc.constantFrom(0x61, 0x80, 0xbf, 0xc2, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xed, 0xa0, 0xf0, 0x9f, 0x98, 0xf4),
    ),
    {
      maxLength: 24,
    },
  )
  .map((bytes) => Buffer.from(bytes));

describe('a file name as text', () => {
  it.each([
    ['is the text that it is in UTF-8', Buffer.from('café-\u{1f600}.conf'), 'café-\u{1f600}.conf'],
    ['keeps a byte of another encoding', latin1('caf\xe9.conf'), 'caf\uDCE9.conf'],
    ['keeps the bytes of half a character', latin1('\xe2\x82'), '\uDCE2\uDC82'],
    ['keeps the bytes of a surrogate, which UTF-8 does not have', latin1('\xed\xb3\xa9'), '\uDCED\uDCB3\uDCA9'],
    ['keeps overlong bytes', latin1('\xc0\xaf'), '\uDCC0\uDCAF'],
    ['keeps a byte order mark', latin1('\xef\xbb\xbfa\xff'), '\ufeffa\uDCFF'],
    ['keeps bytes behind a character of two halves', latin1('\xf0\x9f\x98\x80\xe9'), '\u{1f600}\uDCE9'],
    ['may be empty', Buffer.of(), ''],
  ])('%s', (_what, bytes, text) => {
    expect(nameFromBytes(bytes)).toBe(text);
    expect(bytesOfName(text)).toEqual(bytes);
  });

  it('gives back its bytes, whatever they are, and other bytes are another text', () => {
    fc.assert(fc.property(someBytes, (bytes) => bytesOfName(nameFromBytes(bytes)).equals(bytes)));
    fc.assert(
      fc.property(
        someBytes,
        someBytes,
        (one, other) => (nameFromBytes(one) === nameFromBytes(other)) === one.equals(other),
      ),
    );
  });

  it('sorts as its bytes do', () => {
    fc.assert(
      fc.property(someBytes, someBytes, (one, other) => {
        expect(byBytes(nameFromBytes(one), nameFromBytes(other))).toBe(Buffer.compare(one, other));
      }),
    );
  });

  it('is bytes for Node only where it has to be', () => {
    expect(pathForNode('/etc/café')).toBe('/etc/café');
    expect(pathForNode('/etc/\uDCE9')).toEqual(latin1('/etc/\xe9'));
  });
});
