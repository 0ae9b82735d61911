import fc from 'fast-check';
import { dataUrl, textOfDataUrl } from './data-url';

describe('dataUrl', () => {
  it('encodes what the documentation of OpenShift encodes', () => {
    expect(dataUrl('[keyfile]\na=cali*;b\n')).toBe('data:,%5Bkeyfile%5D%0Aa%3Dcali%2A%3Bb%0A');
  });

  it('is empty data for an empty file', () => {
    expect(dataUrl('')).toBe('data:,');
  });

  it('gives every text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(textOfDataUrl(dataUrl(text))).toBe(text);
      }),
    );
  });

  it('uses no character but those that RFC 3986 leaves unreserved', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(dataUrl(text)).toMatch(/^data:,[A-Za-z0-9\-_.~%]*$/);
      }),
    );
  });

  it.each(['data:text/plain,x', 'http://x', 'data:,%E0%A4%A', ''])('does not read %j', (url) => {
    expect(textOfDataUrl(url)).toBeUndefined();
  });
});
