import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHostFiles } from '../create-host-files';
import { nodeFileSystem } from '../file-system';
import { HostRootError } from '../host-root';
import { readMountTable } from '../mount-table';
import { layOver } from './lay-over';
import { overlayTree } from './overlay-directory';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'overlay-directory-'));
  for (const directory of ['tree/etc/conf.d', 'host/etc/conf.d']) mkdirSync(join(base, directory), { recursive: true });
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

describe('a tree that is laid over a host', () => {
  it('brings its files, links and directories, and follows no link of its own', async () => {
    writeFileSync(join(base, 'tree/etc/conf.d/a.conf'), 'laid');
    writeFileSync(join(base, 'tree/etc/run.sh'), '');
    chmodSync(join(base, 'tree/etc/run.sh'), 0o755);
    writeFileSync(join(base, 'host/etc/conf.d/b.conf'), 'host');
    writeFileSync(join(base, 'secret'), 'outside');
    symlinkSync('/secret', join(base, 'tree/etc/link'));
    mkdirSync(join(base, 'tree/new/empty'), { recursive: true });
    const tree = overlayTree(join(base, 'tree'));
    if (tree === 'too-large') throw new Error('too large');
    const { fileSystem, refused } = layOver(join(base, 'host'), nodeFileSystem, readMountTable(), tree.steps);
    const host = createHostFiles(join(base, 'host'), fileSystem);
    expect([refused, tree.refused]).toEqual([[], []]);
    expect(await host.list('etc/conf.d')).toMatchObject({ value: ['a.conf', 'b.conf'] });
    expect(await host.readText('etc/conf.d/a.conf')).toMatchObject({ value: 'laid' });
    expect(await host.executable('etc/run.sh')).toMatchObject({ value: true });
    expect(await host.readText('etc/link')).toMatchObject({ reason: 'not-found' });
    expect(await host.list('new')).toMatchObject({ value: ['empty'] });
  });

  it('says by name what is neither file, link nor directory', () => {
    execFileSync('mkfifo', [join(base, 'tree/etc/pipe')]);
    expect(overlayTree(join(base, 'tree'))).toMatchObject({ refused: [{ what: '/etc/pipe', why: 'is a fifo' }] });
  });

  it('is bounded in number and depth', () => {
    mkdirSync(join(base, 'tree', ...Array.from({ length: 80 }, () => 'd')), { recursive: true });
    expect(overlayTree(join(base, 'tree'))).toBe('too-large');
  });

  it('must be a directory', () => {
    expect(() => overlayTree(join(base, 'nowhere'))).toThrow(HostRootError);
  });
});
