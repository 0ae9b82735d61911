import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

const wrongPercent = /%(?![0-9A-Fa-f]{2})/;
const encodedByte = /%([0-9A-Fa-f]{2})/g;

/**
 * The bytes of a `data:` URL (RFC 2397), percent-encoded or base64, as Ignition's `contents.source` has them. Malformed for
 * every other URL, and where Ignition would refuse the encoding.
 */
export function parseDataUrl(url: string): Parsed<Uint8Array> {
  const comma = url.indexOf(',');
  if (comma < 0 || url.slice(0, 5).toLowerCase() !== 'data:') return malformed('is no data URL');
  // Every character is one byte from here on, so that what is encoded may be a part of a UTF-8 sequence.
  const body = Buffer.from(url.slice(comma + 1), 'utf8').toString('latin1');
  if (wrongPercent.test(body)) return malformed('has a % without two hexadecimal digits');
  const bytes = body.replace(encodedByte, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  if (!url.slice(5, comma).toLowerCase().endsWith(';base64'))
    return parsed(Uint8Array.from(Buffer.from(bytes, 'latin1')));
  const letters = bytes.replace(/[\r\n]/g, '');
  const isBase64 = letters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(letters);
  return isBase64 ? parsed(Uint8Array.from(Buffer.from(letters, 'base64'))) : malformed('is not base64');
}
