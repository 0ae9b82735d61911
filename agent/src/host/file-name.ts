import { isUtf8 } from 'node:buffer';

/** Half a surrogate pair that stands for one byte: no UTF-8 decodes to it, so that it can stand for nothing else. */
const escapeBase = 0xdc00;
const escapedByte = /[\uDC80-\uDCFF]/u;

/**
 * The name of a file, or the target of a link, as text. A name is bytes (path_resolution(7)): each byte that is no part
 * of UTF-8 becomes U+DC00 plus the byte, as in Python's PEP 383, so that `bytesOfName` gives back the very same bytes.
 */
export function nameFromBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let name = '';
  for (let index = 0; index < bytes.length;) {
    const length = lengthOfCharacter(bytes.readUInt8(index));
    const character = bytes.subarray(index, index + length);
    if (length > 0 && character.length === length && isUtf8(character)) {
      name += character.toString('utf8');
      index += length;
    } else {
      name += String.fromCharCode(escapeBase + bytes.readUInt8(index));
      index += 1;
    }
  }
  return name;
}

/** By its first byte (RFC 3629); 0 for a byte that begins none. */
function lengthOfCharacter(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
}

/** The bytes of a name or a path that `nameFromBytes` may have had a part in. */
export function bytesOfName(name: string): Buffer {
  if (!escapedByte.test(name)) return Buffer.from(name, 'utf8');
  return Buffer.concat(
    [...name].map((character) =>
      escapedByte.test(character) ? Buffer.of(character.charCodeAt(0) - escapeBase) : Buffer.from(character, 'utf8'),
    ),
  );
}

/** A path as Node's calls take it: as text, but for one that no text can say. */
export const pathForNode = (path: string): string | Buffer => (escapedByte.test(path) ? bytesOfName(path) : path);

/** Compares names as strcmp(3) does, by which kmod, systemd, udev and NetworkManager sort their files. */
export function byBytes(left: string, right: string): number {
  if (isAscii(left) && isAscii(right)) return left < right ? -1 : left > right ? 1 : 0;
  return Buffer.compare(bytesOfName(left), bytesOfName(right));
}

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);
