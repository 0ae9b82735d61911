import { gunzipSync } from 'node:zlib';

/** Bytes of the longest module file that is looked into, as it is on the disk. */
export const longestModuleFile = 16 * 1024 * 1024;
/** Bytes of the longest module; the largest that Calico uses have less than one megabyte. */
const longestModule = 32 * 1024 * 1024;

/**
 * The module in a file, decompressed by what its name ends in, as kmod does (libkmod/libkmod-file.c): `.gz`, `.xz`, `.zst`.
 * Undefined when it is damaged, too long, or compressed in another way.
 */
export async function decompressedModule(path: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    if (path.endsWith('.ko')) return bytes;
    if (path.endsWith('.gz')) return gunzipSync(bytes, { maxOutputLength: longestModule });
    if (path.endsWith('.xz')) return await fromXz(bytes);
    return path.endsWith('.zst') ? await fromZstandard(bytes) : undefined;
  } catch {
    // Each library throws errors of its own for what is damaged or too long.
    return undefined;
  }
}

/** Loaded when a module asks for it: most hosts have none out of the kernel's own tree. */
async function fromXz(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  // Without a single byte the library waits for what never comes.
  if (bytes.length === 0) return undefined;
  const { XzReadableStream } = await import('xz-decompress');
  const reader = new XzReadableStream(new Blob([new Uint8Array(bytes)]).stream()).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(Buffer.concat(chunks, length));
    length += value.length;
    chunks.push(value);
    if (length > longestModule) {
      await reader.cancel();
      return undefined;
    }
  }
}

/** One frame that says how long its content is, as `zstd FILE` writes it; the library gets just that room. */
async function fromZstandard(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const length = contentSize(bytes);
  if (length === undefined || length > longestModule) return undefined;
  const { decompress } = await import('fzstd');
  return decompress(bytes, new Uint8Array(length));
}

const magic = 0xfd2fb528;

/** Frame_Content_Size of a Zstandard frame (RFC 8878, 3.1.1.1); undefined where the frame has none. */
function contentSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) return undefined;
  const descriptor = view.getUint8(4);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const offset = 5 + (isSingleSegment ? 0 : 1) + dictionaryBytes;
  switch (descriptor >> 6) {
    case 0:
      return isSingleSegment ? view.getUint8(offset) : undefined;
    case 1:
      return view.getUint16(offset, true) + 256;
    case 2:
      return view.getUint32(offset, true);
    default:
      return Number(view.getBigUint64(offset, true));
  }
}
