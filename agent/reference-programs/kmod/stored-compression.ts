/** Containers of compressed formats around bytes that stay as they are; enough for a program that decompresses them. */

/** A Zstandard frame with one raw block (RFC 8878); up to 64 KiB. */
export function storedZstandard(bytes: Buffer): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt32LE(0xfd2fb528, 0);
  header.writeUInt8(0xa0, 4); // one segment, four bytes of content size
  header.writeUInt32LE(bytes.length, 5);
  header.writeUIntLE((bytes.length << 3) | 1, 9, 3); // last block, raw
  return Buffer.concat([header, bytes]);
}

/** An .xz stream with one uncompressed LZMA2 chunk (the .xz file format, version 1.1.0); up to 64 KiB. */
export function storedXz(bytes: Buffer): Buffer {
  const flags = Buffer.from([0, 1]);
  const blockHeader = withChecksum(Buffer.from([2, 0, 0x21, 1, 0x16, 0, 0, 0]));
  const chunk = Buffer.alloc(3);
  chunk.writeUInt8(1, 0);
  chunk.writeUInt16BE(bytes.length - 1, 1);
  const data = Buffer.concat([chunk, bytes, Buffer.from([0])]);
  const index = withChecksum(
    padded(
      Buffer.from([0, 1, ...variableLength(blockHeader.length + data.length + 4), ...variableLength(bytes.length)]),
    ),
  );
  const footer = Buffer.alloc(6);
  footer.writeUInt32LE(index.length / 4 - 1, 0);
  flags.copy(footer, 4);
  return Buffer.concat([
    Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]),
    withChecksum(flags),
    blockHeader,
    padded(data),
    checksum(bytes),
    index,
    checksum(footer),
    footer,
    Buffer.from('YZ'),
  ]);
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
const withChecksum = (bytes: Buffer): Buffer => Buffer.concat([bytes, checksum(bytes)]);

function variableLength(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...variableLength(value >>> 7)];
}

/** CRC-32 as in ISO 3309, little-endian. */
function checksum(bytes: Buffer): Buffer {
  let register = 0xffffffff;
  for (const byte of bytes) {
    register ^= byte;
    for (let bit = 0; bit < 8; bit += 1) register = (register >>> 1) ^ (register & 1 ? 0xedb88320 : 0);
  }
  const result = Buffer.alloc(4);
  result.writeUInt32LE(~register >>> 0);
  return result;
}
