import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { observed } from '@calico-readiness/requirements';
import { createHostFiles } from '../create-host-files';
import { nodeFileSystem } from '../file-system';
import type { HostFiles } from '../host-files';
import { readMountTable } from '../mount-table';
import type { LaidChange, RefusedChange } from './laid-change';
import { maskOf } from './laid-change';
import { layOver } from './lay-over';

let root: string;

const write = (path: string, content = ''): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const link = (path: string, target: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
};
const file = (path: string, text: string): LaidChange => ({
  kind: 'file',
  path,
  content: { bytes: Buffer.from(text) },
  executable: false,
});

function laid(...changes: readonly LaidChange[]): HostFiles & { readonly refused: readonly RefusedChange[] } {
  const { fileSystem, refused } = layOver(root, nodeFileSystem, readMountTable(), changes);
  return { ...createHostFiles(root, fileSystem), refused };
}
const valueOf = async <T>(answer: Promise<{ status: string; value?: T }>): Promise<T | string> => {
  const fact = await answer;
  return fact.value ?? fact.status;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'overlay-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a change laid over a host', () => {
  it('replaces files, adds names to a directory, and makes the directories that are missing', async () => {
    write('etc/a/one.conf', 'old');
    write('etc/a/two.conf', 'two');
    const host = laid(file('etc/a/one.conf', 'new'), file('etc/a/three.conf', ''), file('etc/b/c/d.conf', 'd'));
    expect(await host.readText('etc/a/one.conf')).toEqual(observed('new', 'etc/a/one.conf'));
    expect(await valueOf(host.list('etc/a'))).toEqual(['one.conf', 'three.conf', 'two.conf']);
    expect(await valueOf(host.readText('etc/a/two.conf'))).toBe('two');
    expect(await valueOf(host.readText('etc/b/c/d.conf'))).toBe('d');
    expect(await valueOf(host.list('etc/b'))).toEqual(['c']);
    expect(await valueOf(host.kind('etc/b/other'))).toBe('absent');
    expect(host.refused).toEqual([]);
  });

  it('writes nothing to the host', () => {
    write('etc/a', 'old');
    laid(file('etc/a', 'new'), file('etc/b/c', ''), maskOf('x.service'));
    expect(readdirSync(root, { recursive: true })).toEqual(['etc', join('etc', 'a')]);
  });

  it('follows the links of the host on its way, and replaces one at its end', async () => {
    write('usr/lib/systemd/system/a.service', 'a');
    link('lib', 'usr/lib');
    link('etc/systemd/system/b.service', '/usr/lib/systemd/system/a.service');
    const host = laid(file('lib/systemd/system/c.service', 'c'), file('etc/systemd/system/b.service', 'b'));
    expect(await valueOf(host.readText('usr/lib/systemd/system/c.service'))).toBe('c');
    expect(await valueOf(host.readText('usr/lib/systemd/system/a.service'))).toBe('a');
    expect(await valueOf(host.readText('etc/systemd/system/b.service'))).toBe('b');
  });

  it('appends to what is there, also to what the change itself wrote', async () => {
    write('etc/a', 'one\n');
    const more = (path: string): LaidChange => ({ kind: 'append', path, bytes: Buffer.from('more\n') });
    const host = laid(more('etc/a'), more('etc/a'), more('etc/b'));
    expect(await valueOf(host.readText('etc/a'))).toBe('one\nmore\nmore\n');
    expect(await valueOf(host.readText('etc/b'))).toBe('more\n');
  });

  it('masks a unit and takes a mask away', async () => {
    link('etc/systemd/system/b.service', '/dev/null');
    const host = laid(
      maskOf('a.service'),
      { kind: 'unmask', unit: 'b.service' },
      { kind: 'unmask', unit: 'c.service' },
    );
    expect(await valueOf(host.readLink('etc/systemd/system/a.service'))).toBe('/dev/null');
    expect(await valueOf(host.kind('etc/systemd/system/b.service'))).toBe('absent');
    expect(await valueOf(host.list('etc/systemd/system'))).toEqual(['a.service']);
  });

  it('enables a unit as its [Install] section and those of its drop-ins say', async () => {
    write(
      'usr/lib/systemd/system/a.service',
      '[Install]\nWantedBy=multi-user.target\nAlias=b.service\nAlso=a.socket\n',
    );
    write('usr/lib/systemd/system/a.socket', '[Install]\nRequiredBy=sockets.target\n');
    write('etc/systemd/system/a.service.d/10.conf', '[Install]\nWantedBy=network.target\n');
    const host = laid({ kind: 'enable', unit: 'a.service' });
    const target = '/usr/lib/systemd/system/a.service';
    for (const path of ['multi-user.target.wants/a.service', 'network.target.wants/a.service', 'b.service'])
      expect(await valueOf(host.readLink(`etc/systemd/system/${path}`))).toBe(target);
    expect(await valueOf(host.readLink('etc/systemd/system/sockets.target.requires/a.socket'))).toBe(
      '/usr/lib/systemd/system/a.socket',
    );
  });

  it('enables an instance of a template, and refuses a unit that is not there', async () => {
    write('usr/lib/systemd/system/a@.service', '[Install]\nWantedBy=multi-user.target\n');
    const host = laid({ kind: 'enable', unit: 'a@x.service' }, { kind: 'enable', unit: 'none.service' });
    expect(await valueOf(host.readLink('etc/systemd/system/multi-user.target.wants/a@x.service'))).toBe(
      '/usr/lib/systemd/system/a@.service',
    );
    expect(host.refused).toEqual([{ what: 'none.service', why: 'is no unit of the host that can be enabled' }]);
  });

  it('disables a unit: no link of the administrator pulls it in any more', async () => {
    write('usr/lib/systemd/system/a.service');
    link('etc/systemd/system/multi-user.target.wants/a.service', '/usr/lib/systemd/system/a.service');
    link('etc/systemd/system/multi-user.target.wants/z.service', '/usr/lib/systemd/system/z.service');
    link('etc/systemd/system/b.service', '/usr/lib/systemd/system/a.service');
    const host = laid({ kind: 'disable', unit: 'a.service' });
    expect(await valueOf(host.list('etc/systemd/system/multi-user.target.wants'))).toEqual(['z.service']);
    expect(await valueOf(host.kind('etc/systemd/system/b.service'))).toBe('absent');
  });

  it.each([
    ['a directory in its place', 'etc/a', 'is a directory on the host'],
    ['a file on its way', 'etc/f/g', 'has something on its way that is no directory'],
    ['a link to nothing on its way', 'etc/l/g', 'has a link to nothing on its way'],
    ['a path that climbs', '../etc/g', 'is no path below the root'],
  ])('refuses %s', (_case, path, why) => {
    write('etc/a/b');
    write('etc/f');
    link('etc/l', '/nowhere');
    expect(laid(file(path, 'x')).refused).toEqual([{ what: `/${path}`, why }]);
  });

  it('stays inside the root, whatever the links of the host say', async () => {
    link('etc', '../../../../../..');
    const host = laid(file('etc/passwd', 'x'));
    expect(await valueOf(host.readText('passwd'))).toBe('x');
  });
});
