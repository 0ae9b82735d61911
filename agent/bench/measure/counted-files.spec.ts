import fs, { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countFilesBelow } from './counted-files';

describe('counting files', () => {
  let directory: string;
  // Each counts below a directory of its own, and what is counted for another does not disturb.
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'counted-'));
    writeFileSync(path.join(directory, 'file'), 'five\n');
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('counts what is asked with promises', async () => {
    const counts = countFilesBelow(directory);
    const handle = await fs.promises.open(path.join(directory, 'file'));
    await handle.stat();
    await handle.read(Buffer.alloc(10), 0, 10, null);
    await handle.close();
    await fs.promises.readdir(directory + '/.');
    await expect(fs.promises.lstat(path.join(directory, 'none'))).rejects.toThrow('ENOENT');

    expect(counts).toEqual({ lookedAt: 2, links: 0, listed: 1, opened: 1, reads: 1, bytes: 5 });
  });

  it('counts what is asked without', () => {
    const counts = countFilesBelow(directory);
    const descriptor = fs.openSync(path.join(directory, 'file'), 'r');
    fs.fstatSync(descriptor);
    fs.readSync(descriptor, Buffer.alloc(10));
    fs.closeSync(descriptor);
    expect(() => fs.readlinkSync(Buffer.from(path.join(directory, 'none')))).toThrow('ENOENT');

    expect(counts).toEqual({ lookedAt: 1, links: 1, listed: 0, opened: 1, reads: 1, bytes: 5 });
  });

  it('counts nothing of other directories, and nothing of a descriptor that is another file by now', () => {
    const counts = countFilesBelow(directory);
    fs.closeSync(fs.openSync(path.join(directory, 'file'), 'r'));
    const other = fs.openSync(import.meta.filename, 'r');
    fs.readSync(other, Buffer.alloc(10));
    fs.closeSync(other);
    fs.readdirSync(path.dirname(directory));

    expect(counts).toMatchObject({ listed: 0, opened: 1, reads: 0 });
  });
});
