import * as fc from 'fast-check';
import { parseDataUrl } from './data-url';

const text = (url: string): string | undefined => {
  const bytes = parseDataUrl(url);
  return bytes.status === 'parsed' ? Buffer.from(bytes.value).toString('utf8') : undefined;
};

describe('a data URL', () => {
  it.each([
    ['data:,', ''],
    ['data:,a%20b%0A', 'a b\n'],
    ['data:,a+b', 'a+b'],
    ['data:text/plain;charset=utf-8,%C3%A9,é', 'é,é'],
    ['data:text/plain;charset=utf-8;base64,YQpi', 'a\nb'],
    ['data:;base64,YQ%3D%3D', 'a'],
    ['DATA:;BASE64,YQ==', 'a'],
  ])('%s', (url, expected) => {
    expect(text(url)).toBe(expected);
  });

  it.each(['https://example.com/x', 'data:', 'data:,%', 'data:,%4', 'data:;base64,YQ', 'data:;base64,Y=Q=', ''])(
    'is refused: %j',
    (url) => {
      expect(text(url)).toBeUndefined();
    },
  );

  it('gives back every byte, in either encoding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
        for (const url of [`data:,${percent}`, `data:;base64,${Buffer.from(bytes).toString('base64')}`])
          expect(parseDataUrl(url)).toEqual({ status: 'parsed', value: bytes });
      }),
    );
  });
});
