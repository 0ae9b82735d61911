import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { decompressedModule } from './module-decompression';

const content = Buffer.from(`${'module '.repeat(40)}end\n`);
// `xz` 5.4 and `zstd` 1.5 of the content; the last one from a pipe, so that the frame does not say how long it is.
const xz = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AEbABFdADabyLGuEu7wp1G/FDX5GYQAAAAAAHSda8Y6oRmLAAEtnAIAAACvwJjGscRn+wIAAAAABFla',
  'base64',
);
const zstandard = Buffer.from('KLUv/WQcAJUAAFhtb2R1bGUgZW5kCgEADlKLEezLZgI=', 'base64');
const zstandardFromPipe = Buffer.from('KLUv/QRYlQAAWG1vZHVsZSBlbmQKAQAOUosR7MtmAg==', 'base64');

const textOf = async (path: string, bytes: Uint8Array): Promise<string | undefined> => {
  const module = await decompressedModule(path, bytes);
  return module === undefined ? undefined : Buffer.from(module).toString();
};

describe('decompressedModule', () => {
  it.each([
    ['x.ko', content],
    ['x.ko.gz', gzipSync(content)],
    ['x.ko.xz', xz],
    ['x.ko.zst', zstandard],
  ])('reads %s', async (path, bytes) => expect(await textOf(path, bytes)).toBe(content.toString()));

  it.each([
    ['x.ko.bz2', content],
    ['x.ko.gz', xz],
    ['x.ko.xz', zstandard],
    ['x.ko.zst', gzipSync(content)],
    ['x.ko.zst', zstandardFromPipe],
    ['x.ko.zst', Buffer.concat([zstandard, zstandard])],
  ])('makes nothing of another kind of file named %s', async (path, bytes) =>
    expect(await textOf(path, bytes)).toBeUndefined(),
  );

  it.each([
    ['x.ko.gz', gzipSync(content)],
    ['x.ko.xz', xz],
    ['x.ko.zst', zstandard],
  ])('never takes a part of %s for the whole', async (path, bytes) => {
    for (let length = 0; length < bytes.length; length += 1) {
      const part = await textOf(path, bytes.subarray(0, length));
      // A Zstandard frame may lack its checksum, and an xz file is whole without it as well.
      if (part !== undefined) expect(part).toBe(content.toString());
    }
  });

  it.each(['x.ko.gz', 'x.ko.xz', 'x.ko.zst'])('comes to an end with any bytes as %s', async (path) => {
    const head = path.endsWith('xz') ? xz : path.endsWith('zst') ? zstandard : gzipSync(content);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), fc.nat(head.length), async (bytes, at) => {
        const damaged = Buffer.concat([head.subarray(0, at), bytes, head.subarray(at + bytes.length)]);
        expect(['undefined', 'string']).toContain(typeof (await textOf(path, damaged)));
      }),
      { numRuns: 60 },
    );
  });

  it('gives up on what grows beyond any module', async () => {
    expect(await decompressedModule('x.ko.gz', gzipSync(Buffer.alloc(33 * 1024 * 1024)))).toBeUndefined();
    expect(await decompressedModule('x.ko.xz', longXz())).toBeUndefined();
    const promises = Buffer.from(zstandard);
    promises.writeUInt8(0xa4, 4);
    promises.writeUInt32LE(0xffffffff, 5);
    expect(await decompressedModule('x.ko.zst', promises)).toBeUndefined();
  });
});

/** Streams of xz one behind the other are one file: 36 of a megabyte of zeros each. */
function longXz(): Buffer {
  const megabyte = Buffer.from(
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj7///ANldAABv/f//o7f/Rz5IFXI5YVG4kijmo4YH+e7kHoLTL8U6PAFLsX7JiopNL6MN2X+m44wjEVPgWRjFdYrid/i2lH8MasDedElk4ulcU7IE2PdEDKtfDW1G6eXDdoi3llestk3haR1v+0uIEGxCy4g/XACP0E6vJiiUcR89jyThcJ6nI1/sKMuF0ZWYin4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1Iq9+SVJQAAAAAAwva6PqJwa2AAAfUBgIBAAHmXf0exxGf7AgAAAAAEWVo=',
    'base64',
  );
  return Buffer.concat(Array.from({ length: 36 }, () => megabyte));
}
