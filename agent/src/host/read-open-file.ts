import type { OpenFile } from './file-system';

const chunkBytes = 256 * 1024;

/**
 * Reads a file to its end, whatever size it claims: files below /proc claim 0 and those below /sys a page.
 * `too-large` when it holds more than `maxBytes`.
 */
export async function readOpenFile(file: OpenFile, maxBytes: number): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(chunkBytes);
    const bytesRead = await file.read(chunk);
    if (bytesRead === 0) return joined(chunks, length);
    length += bytesRead;
    if (length > maxBytes) return 'too-large';
    chunks.push(chunk.subarray(0, bytesRead));
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
