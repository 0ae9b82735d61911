import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { observed, unavailable } from '@calico-readiness/requirements';
import { createHostFiles } from './create-host-files';
import { nameFromBytes } from './file-name';
import { HostRootError } from './host-root';
import type { FileSystem } from './file-system';
import { nodeFileSystem } from './file-system';

let base: string;
let root: string;

const write = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const link = (path: string, target: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
};

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'host-files-'));
  root = join(base, 'root');
  mkdirSync(root);
  writeFileSync(join(base, 'secret'), 'outside');
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

describe('the root', () => {
  it('must exist', () => {
    expect(() => createHostFiles(join(base, 'nowhere'))).toThrow(HostRootError);
    expect(() => createHostFiles(join(base, 'nowhere'))).toThrow(/nowhere does not exist/);
  });

  it('must be a directory', () => {
    expect(() => createHostFiles(join(base, 'secret'))).toThrow(/is not a directory/);
  });

  it('may itself be reached by a link', async () => {
    write('etc/hostname', 'node\n');
    symlinkSync(root, join(base, 'link'));
    expect(await createHostFiles(join(base, 'link')).readText('etc/hostname')).toEqual(
      observed('node\n', 'etc/hostname'),
    );
  });
});

/** One file as /proc has it: of no size, a page a read. */
function withoutSize(bytes: Uint8Array, buffers = new Set<ArrayBufferLike>()): FileSystem {
  const status = { type: 'file', size: 0 } as const;
  return {
    ...nodeFileSystem,
    lstat: () => status,
    open: () => {
      let position = 0;
      return {
        status: () => status,
        read: (into) => {
          buffers.add(into.buffer);
          const part = bytes.subarray(position, position + Math.min(into.byteLength, 4096));
          into.set(part);
          position += part.byteLength;
          return part.byteLength;
        },
        close: () => undefined,
      };
    },
  };
}

describe('reading a file piece by piece', () => {
  const gather = async (fileSystem: FileSystem, enough = Infinity, maxBytes?: number) => {
    const pieces: string[] = [];
    const take = (piece: Uint8Array) => {
      pieces.push(Buffer.from(piece).toString());
      return pieces.length >= enough ? 'enough' : 'more';
    };
    return { fact: await createHostFiles(root, fileSystem).readPieces('f', take, maxBytes), pieces };
  };

  it('hands over the whole file, in one buffer', async () => {
    const buffers = new Set<ArrayBufferLike>();
    const text = 'A line of the file.\n'.repeat(20_000);
    const { fact, pieces } = await gather(withoutSize(Buffer.from(text), buffers));
    expect(fact).toEqual(observed('done', 'f'));
    expect(pieces.join('')).toBe(text);
    expect(buffers.size).toBe(1);
  });

  it('stops when there is enough', async () => {
    expect(await gather(withoutSize(Buffer.alloc(100_000)), 2)).toMatchObject({
      fact: observed('done', 'f'),
      pieces: { length: 2 },
    });
  });

  it('is too large only where it goes on beyond the limit', async () => {
    const files = withoutSize(Buffer.alloc(100_000));
    expect((await gather(files, Infinity, 100_000)).fact).toEqual(observed('done', 'f'));
    expect((await gather(files, Infinity, 99_999)).fact).toMatchObject({ reason: 'too-large' });
    expect((await gather(files, 2, 99_999)).fact).toEqual(observed('done', 'f'));
  });

  it('says why there is nothing to read', async () => {
    expect((await gather(nodeFileSystem)).fact).toEqual(unavailable('not-found', 'f'));
    mkdirSync(join(root, 'f'));
    expect((await gather(nodeFileSystem)).fact).toEqual(unavailable('malformed', 'f', 'is a directory, not a file'));
  });
});

describe('reading the links of a directory', () => {
  it('follows the directory inside the root, and none of its links', async () => {
    link('proc/7/fd/0', '/dev/null');
    link('proc/7/fd/1', 'socket:[11]');
    write('proc/7/fd/2', 'a file');
    link('proc/self', '/proc/7');
    expect(await createHostFiles(root).readLinks('proc/self/fd', ['1', '0', '2', '3'])).toEqual(
      observed(['socket:[11]', '/dev/null', undefined, undefined], 'proc/self/fd'),
    );
  });

  it('says why there are none', async () => {
    write('f', '');
    expect(await createHostFiles(root).readLinks('none', ['0'])).toEqual(unavailable('not-found', 'none'));
    expect(await createHostFiles(root).readLinks('f', ['0'])).toEqual(
      unavailable('malformed', 'f', 'is not a directory'),
    );
  });
});

describe('reading a file', () => {
  it('follows relative and absolute links inside the root', async () => {
    write('usr/lib/os-release', 'ID=debian\n');
    link('lib', 'usr/lib');
    link('etc/os-release', '/lib/os-release');
    expect(await createHostFiles(root).readText('etc/os-release')).toEqual(observed('ID=debian\n', 'etc/os-release'));
  });

  it.each([
    ['an absolute link to a file outside', (): string => join(base, 'secret')],
    ['a relative link above the root', (): string => '../../secret'],
    ['a link with more .. than there are directories', (): string => '../../../../../../../../secret'],
  ])('never reads through %s', async (_case, target) => {
    link('etc/escape', target());
    expect(await createHostFiles(root).readText('etc/escape')).toEqual(unavailable('not-found', 'etc/escape'));
  });

  it('stays inside when the given path itself climbs', async () => {
    expect(await createHostFiles(root).readText('../secret')).toEqual(unavailable('not-found', '../secret'));
    write('secret', 'inside');
    expect(await createHostFiles(root).readText('../secret')).toEqual(observed('inside', '../secret'));
  });

  it('says that a loop of links is one', async () => {
    link('etc/a', 'b');
    link('etc/b', 'a');
    expect(await createHostFiles(root).readText('etc/a')).toEqual(
      unavailable('failed', 'etc/a', 'too many levels of symbolic links'),
    );
  });

  it('follows 40 links and no more', async () => {
    write('0', 'end');
    for (let index = 1; index <= 41; index += 1) link(String(index), String(index - 1));
    expect(await createHostFiles(root).readText('40')).toEqual(observed('end', '40'));
    expect(await createHostFiles(root).readText('41')).toMatchObject({ status: 'unavailable', reason: 'failed' });
  });

  it('refuses a 200 MB sparse file without reading it', async () => {
    write('etc/os-release', '');
    truncateSync(join(root, 'etc/os-release'), 200 * 1024 * 1024);
    const reads: number[] = [];
    const watched: FileSystem = {
      ...nodeFileSystem,
      open: (path) => ({ ...nodeFileSystem.open(path), read: (into) => (reads.push(into.byteLength), 0) }),
    };
    expect(await createHostFiles(root, watched).readText('etc/os-release')).toEqual(
      unavailable('too-large', 'etc/os-release', 'is larger than 8388608 bytes'),
    );
    expect(reads).toEqual([]);
  });

  it('accepts exactly maxBytes', async () => {
    write('f', 'abcd');
    expect(await createHostFiles(root).readText('f', 4)).toEqual(observed('abcd', 'f'));
    expect(await createHostFiles(root).readText('f', 3)).toEqual(
      unavailable('too-large', 'f', 'is larger than 3 bytes'),
    );
  });

  it('reads a pseudo file whole and stops at the limit, although it claims no size', async () => {
    const status = { type: 'file', size: 0 } as const;
    const endless: FileSystem = {
      ...nodeFileSystem,
      lstat: () => status,
      open: () => {
        let left = 3;
        return {
          status: () => status,
          read: (into) => (left-- > 0 ? into.fill(120, 0, 5) && 5 : 0),
          close: () => undefined,
        };
      },
    };
    expect(await createHostFiles(root, endless).readText('f')).toEqual(observed('x'.repeat(15), 'f'));
    expect(await createHostFiles(root, endless).readText('f', 14)).toMatchObject({ reason: 'too-large' });
  });

  it('grows its buffer with a file that claims no size, and reads it whole', async () => {
    const text = 'A line of the file.\n'.repeat(20_000);
    const files = createHostFiles(root, withoutSize(Buffer.from(text)));
    expect(await files.readText('f')).toEqual(observed(text, 'f'));
    expect(await files.readText('f', text.length)).toEqual(observed(text, 'f'));
    expect(await files.readText('f', text.length - 1)).toMatchObject({ reason: 'too-large' });
  });

  it('takes no more memory than five times what it reads, a page at a time', async () => {
    const buffers = new Set<ArrayBufferLike>();
    const bytes = Buffer.alloc(1024 * 1024, 'x');
    await createHostFiles(root, withoutSize(bytes, buffers)).readBytes('f');
    expect([...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(5 * bytes.length);
  });

  it('reads /proc of this machine', async () => {
    const modules = await createHostFiles('/').readText('proc/filesystems');
    expect(modules).toMatchObject({ status: 'observed', value: expect.stringContaining('proc\n') as string });
  });

  it('opens no FIFO', async () => {
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(await createHostFiles(root).readText('pipe')).toEqual(
      unavailable('malformed', 'pipe', 'is a fifo, not a file'),
    );
  });

  it('does not hang when a FIFO takes the place of a file', async () => {
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const racing: FileSystem = { ...nodeFileSystem, lstat: () => ({ type: 'file', size: 3 }) };
    expect(await createHostFiles(root, racing).readText('pipe')).toEqual(
      unavailable('malformed', 'pipe', 'is a fifo, not a file'),
    );
  });

  it('opens no directory', async () => {
    mkdirSync(join(root, 'etc'));
    expect(await createHostFiles(root).readText('etc')).toEqual(
      unavailable('malformed', 'etc', 'is a directory, not a file'),
    );
  });

  it('takes a file as a directory for not found', async () => {
    write('proc', 'x');
    expect(await createHostFiles(root).readText('proc/modules')).toEqual(unavailable('not-found', 'proc/modules'));
  });

  it('keeps every byte of what is not UTF-8', async () => {
    write('etc/f', new Uint8Array([0xff, 0x41, 0xe9]));
    expect(await createHostFiles(root).readText('etc/f')).toEqual(observed('\u00ffA\u00e9', 'etc/f'));
  });

  it('keeps a byte order mark, because some readers of the host stumble over it', async () => {
    write('etc/f', new Uint8Array([0xef, 0xbb, 0xbf, 0x41]));
    expect(await createHostFiles(root).readText('etc/f')).toEqual(observed('\ufeffA', 'etc/f'));
  });
});

describe('a system call that fails', () => {
  const failing = (call: keyof FileSystem, code: string): FileSystem => ({
    ...nodeFileSystem,
    [call]: () => {
      throw Object.assign(new Error(code), { code });
    },
  });

  it.each([
    ['EACCES', unavailable('denied', 'etc/f')],
    ['EPERM', unavailable('denied', 'etc/f')],
    // It was seen a moment before.
    ['ENOENT', unavailable('failed', 'etc/f', 'is there and cannot be found')],
    ['ESRCH', unavailable('not-found', 'etc/f')],
    ['EIO', unavailable('failed', 'etc/f', 'EIO')],
    ['EMFILE', unavailable('failed', 'etc/f', 'EMFILE')],
  ])('with %s has its reason when a file is opened', async (code, expected) => {
    write('etc/f', 'x');
    expect(await createHostFiles(root, failing('open', code)).readText('etc/f')).toEqual(expected);
  });

  it('is denied, not absent, when a directory on the way may not be searched', async () => {
    const files = createHostFiles(root, failing('lstat', 'EACCES'));
    expect(await files.kind('etc/f')).toEqual(unavailable('denied', 'etc/f'));
    expect(await files.readText('etc/f')).toEqual(unavailable('denied', 'etc/f'));
    expect(await files.list('etc')).toEqual(unavailable('denied', 'etc'));
    expect(await files.readLink('etc/f')).toEqual(unavailable('denied', 'etc/f'));
  });

  it('is denied when a directory may not be listed', async () => {
    mkdirSync(join(root, 'etc'));
    expect(await createHostFiles(root, failing('readdir', 'EACCES')).list('etc')).toEqual(unavailable('denied', 'etc'));
  });
});

describe('a path that a directory lists and that cannot be found', () => {
  const denied = (call: 'lstat' | 'readlink' | 'readdir', name: string): FileSystem => ({
    ...nodeFileSystem,
    [call]: (path: string) => {
      if (!path.endsWith(`/${name}`)) return nodeFileSystem[call](path, Infinity);
      if (call === 'lstat') return undefined;
      throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    },
    open: (path) => {
      if (`${path}/`.includes(`/${name}/`)) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
      return nodeFileSystem.open(path);
    },
  });
  const seen = (path: string) => unavailable('failed', path, 'is there and cannot be found');

  it('is not absent once it was listed', async () => {
    write('etc/f.conf', 'x');
    const files = createHostFiles(root, denied('lstat', 'f.conf'));
    expect(await files.kind('etc/f.conf')).toEqual(observed('absent', 'etc/f.conf'));
    await files.list('etc');
    expect(await files.kind('etc/f.conf')).toEqual(seen('etc/f.conf'));
    expect(await files.readText('etc/f.conf')).toEqual(seen('etc/f.conf'));
    expect(await files.readLink('etc/f.conf')).toEqual(seen('etc/f.conf'));
    expect(await files.list('etc/f.conf')).toEqual(seen('etc/f.conf'));
    expect(await files.kind('etc/other')).toEqual(observed('absent', 'etc/other'));
  });

  it('is not absent by another way to the same directory, nor is what is below it', async () => {
    write('usr/lib/modules/6.1/modules.dep', 'x');
    link('lib', 'usr/lib');
    const files = createHostFiles(root, denied('lstat', '6.1'));
    await files.list('lib/modules');
    expect(await files.readText('usr/lib/modules/6.1/modules.dep')).toEqual(seen('usr/lib/modules/6.1/modules.dep'));
  });

  it('is not absent where it is a link that cannot be read, or a directory that cannot be listed', async () => {
    write('usr/lib/os-release', 'x');
    link('etc/os-release', '../usr/lib/os-release');
    expect(await createHostFiles(root, denied('readlink', 'os-release')).kind('etc/os-release')).toEqual(
      seen('etc/os-release'),
    );
    expect(await createHostFiles(root, denied('readdir', 'etc')).list('etc')).toEqual(seen('etc'));
  });

  it('leaves a link to nothing a link to nothing', async () => {
    link('etc/f.conf', '/etc/nothing');
    const files = createHostFiles(root);
    await files.list('etc');
    expect(await files.kind('etc/f.conf')).toEqual(observed('dangling-link', 'etc/f.conf'));
    expect(await files.readText('etc/f.conf')).toEqual(unavailable('not-found', 'etc/f.conf'));
  });
});

describe('a name that is not UTF-8', () => {
  const name = Buffer.from('caf\xe9.conf', 'latin1');
  const bytes = (path: string): Buffer => Buffer.concat([Buffer.from(`${root}/etc/`), Buffer.from(path, 'latin1')]);
  beforeEach(() => mkdirSync(join(root, 'etc')));

  it('is listed, looked at and read', async () => {
    writeFileSync(bytes('caf\xe9.conf'), 'x');
    const files = createHostFiles(root);
    const listed = await files.list('etc');
    expect(listed).toEqual(observed([nameFromBytes(name)], 'etc'));
    const path = `etc/${nameFromBytes(name)}`;
    expect(await files.kind(path)).toEqual(observed('file', path));
    expect(await files.readText(path)).toEqual(observed('x', path));
    expect(await files.kind('etc/café.conf')).toEqual(observed('absent', 'etc/café.conf'));
  });

  it('is followed where a link leads to it, and so is what is below it', async () => {
    mkdirSync(bytes('d\xff'));
    writeFileSync(bytes('d\xff/f'), 'below');
    symlinkSync(Buffer.from('../etc/d\xff', 'latin1'), join(root, 'etc/link'));
    const files = createHostFiles(root);
    expect(await files.readText('etc/link/f')).toEqual(observed('below', 'etc/link/f'));
    expect(await files.list('etc/link')).toEqual(observed(['f'], 'etc/link'));
    expect(await files.readLink('etc/link')).toEqual(observed('../etc/d\uDCFF', 'etc/link'));
  });

  it('is sorted by its bytes among the others', async () => {
    const names = [
      Buffer.from('a'),
      Buffer.from('caf\xc3\xa9', 'latin1'),
      Buffer.from('caf\xe9', 'latin1'),
      Buffer.from('z'),
      Buffer.from('\x80', 'latin1'),
      Buffer.from('\u{ff5e}'),
      Buffer.from('\u{1f600}'),
      Buffer.from('\xff', 'latin1'),
    ];
    for (const each of [...names].reverse()) writeFileSync(Buffer.concat([Buffer.from(`${root}/etc/`), each]), '');
    expect(await createHostFiles(root).list('etc')).toEqual(observed(names.map(nameFromBytes), 'etc'));
  });
});

describe('listing, kinds and links', () => {
  it('lists a directory through a link, sorted by bytes', async () => {
    for (const name of ['b.conf', 'B.conf', '.hidden', 'a.conf']) write(`usr/lib/modprobe.d/${name}`, '');
    link('lib', 'usr/lib');
    expect(await createHostFiles(root).list('lib/modprobe.d')).toEqual(
      observed(['.hidden', 'B.conf', 'a.conf', 'b.conf'], 'lib/modprobe.d'),
    );
  });

  it('tells a directory that is not there from a file in its place', async () => {
    write('etc/modprobe.d', '');
    expect(await createHostFiles(root).list('etc/nothing')).toEqual(unavailable('not-found', 'etc/nothing'));
    expect(await createHostFiles(root).list('etc/modprobe.d')).toEqual(
      unavailable('malformed', 'etc/modprobe.d', 'is not a directory'),
    );
  });

  it.each([
    ['etc', 'directory'],
    ['etc/file', 'file'],
    ['etc/link', 'file'],
    ['etc/dangling', 'dangling-link'],
    ['etc/nothing', 'absent'],
    ['lib/nothing', 'absent'],
    ['etc/file/below', 'absent'],
    ['etc/pipe', 'other'],
  ])('knows the kind of %s', async (path, expected) => {
    write('etc/file', '');
    link('etc/link', '/etc/file');
    link('etc/dangling', join(base, 'secret'));
    link('lib', 'usr/lib');
    mkdirSync(join(root, 'usr/lib'), { recursive: true });
    execFileSync('mkfifo', [join(root, 'etc/pipe')]);
    expect(await createHostFiles(root).kind(path)).toEqual(observed(expected, path));
  });

  it('sees a character device', async () => {
    expect(await createHostFiles('/').kind('dev/null')).toEqual(observed('character-device', 'dev/null'));
  });

  it('tells by the mode of a file whether anybody may execute it', async () => {
    write('usr/bin/program', '');
    chmodSync(join(root, 'usr/bin/program'), 0o710);
    write('usr/bin/text', '');
    link('usr/bin/link', 'program');
    const files = createHostFiles(root);
    expect(await files.executable('usr/bin/program')).toEqual(observed(true, 'usr/bin/program'));
    expect(await files.executable('usr/bin/link')).toEqual(observed(true, 'usr/bin/link'));
    expect(await files.executable('usr/bin/text')).toEqual(observed(false, 'usr/bin/text'));
    expect(await files.executable('usr/bin')).toMatchObject({ reason: 'malformed' });
    expect(await files.executable('usr/bin/none')).toEqual(unavailable('not-found', 'usr/bin/none'));
  });

  it('reads a link as it is written', async () => {
    link('etc/systemd/system/firewalld.service', '/dev/null');
    link('lib', 'usr/lib');
    const files = createHostFiles(root);
    expect(await files.readLink('etc/systemd/system/firewalld.service')).toEqual(
      observed('/dev/null', 'etc/systemd/system/firewalld.service'),
    );
    expect(await files.readLink('etc/systemd')).toMatchObject({ reason: 'unsupported' });
    expect(await files.readLink('etc/none')).toEqual(unavailable('not-found', 'etc/none'));
  });
});

it('never looks outside the root, whatever links and paths there are', async () => {
  const segment = fc.constantFrom('a', 'b', 'c', '..', '.', '');
  const target = fc
    .tuple(fc.boolean(), fc.array(segment, { maxLength: 6 }))
    .map(([absolute, names]) => (absolute ? '/' : '') + names.join('/') || '.');
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), target, { maxKeys: 3 }),
      fc.array(segment, { maxLength: 6 }),
      async (links, path) => {
        rmSync(root, { recursive: true, force: true });
        mkdirSync(root);
        for (const [name, to] of Object.entries(links)) symlinkSync(to, join(root, name));
        const seen: string[] = [];
        const watch =
          <Rest extends readonly unknown[], T>(call: (path: string, ...rest: Rest) => T) =>
          (at: string, ...rest: Rest) => (seen.push(at), call(at, ...rest));
        const watched: FileSystem = {
          lstat: watch(nodeFileSystem.lstat),
          readlink: watch(nodeFileSystem.readlink),
          readlinks: (directory, names) => (seen.push(directory), nodeFileSystem.readlinks(directory, names)),
          readdir: watch(nodeFileSystem.readdir),
          open: watch(nodeFileSystem.open),
        };
        const files = createHostFiles(root, watched);
        const asked = path.join('/');
        await Promise.all([files.readText(asked), files.list(asked), files.kind(asked), files.readLinks(asked, ['a'])]);
        const inside = seen.every((at) => (at === root || at.startsWith(`${root}/`)) && !at.split('/').includes('..'));
        expect(inside).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
