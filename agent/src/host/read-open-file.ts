import type { OpenFile } from './file-system';

/** A page, which is what one read of a file below /proc or /sys gives at most. */
const pageBytes = 4096;

/** Of a piece of a large file. */
const pieceBytes = 64 * 1024;

/**
 * Reads a file to its end, whatever size it claims: files below /proc claim 0 and those below /sys a page.
 * `too-large` when it holds more than `maxBytes`. Each read fills the same buffer, which grows with what was read.
 */
export function readOpenFile(file: OpenFile, maxBytes: number, claimedBytes: number): Uint8Array | 'too-large' {
  let buffer = new Uint8Array(Math.min(claimedBytes, maxBytes) + pageBytes);
  let length = 0;
  for (;;) {
    if (buffer.byteLength - length < pageBytes) buffer = grown(buffer, maxBytes + pageBytes);
    const bytesRead = file.read(buffer.subarray(length));
    length += bytesRead;
    if (length > maxBytes) return 'too-large';
    // A disk's file ends where less is read than there was room for, and this is all that it claims.
    if (bytesRead === 0 || length === claimedBytes) return buffer.subarray(0, length);
  }
}

/** Twice as large, but no larger than is ever filled. */
function grown(buffer: Uint8Array<ArrayBuffer>, most: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(buffer.byteLength, Math.min(2 * buffer.byteLength, most)) + pageBytes);
  larger.set(buffer);
  return larger;
}

/**
 * Hands a file to `take` piece by piece until it has enough or the file ends. The next piece overwrites the one before.
 * `too-large` when the pieces taken hold more than `maxBytes`.
 */
export function readPiecesOfOpenFile(
  file: OpenFile,
  maxBytes: number,
  take: (piece: Uint8Array) => 'more' | 'enough',
): 'done' | 'too-large' {
  const buffer = new Uint8Array(pieceBytes);
  let length = 0;
  for (;;) {
    const bytesRead = file.read(buffer);
    if (bytesRead === 0) return 'done';
    length += bytesRead;
    if (length > maxBytes) return 'too-large';
    if (take(buffer.subarray(0, bytesRead)) === 'enough') return 'done';
  }
}
