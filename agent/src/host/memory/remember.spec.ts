import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agedFiles } from '../../../test/aged-files';
import { createHostFiles } from '../create-host-files';
import type { FileSystem } from '../file-system';
import { nodeFileSystem } from '../file-system';
import type { Host } from '../host';
import { MountTable } from '../mount-table';
import { HostMemory } from './host-memory';
import { observationMemory, remember } from './remember';

let root: string;
/** Seconds since 1970. */
const longAgo = 1_000_000_000;
const at = (path: string): string => join(root, path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'host-memory-'));
  mkdirSync(at('etc/conf.d'), { recursive: true });
  writeFileSync(at('etc/conf.d/one'), 'first');
  utimesSync(at('etc/conf.d/one'), longAgo, longAgo);
  writeFileSync(at('etc/conf.d/two'), 'second');
  symlinkSync('conf.d', at('etc/link'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const disk = new MountTable([{ mountPoint: '/', fileSystem: 'ext4' }]);
const kernel = new MountTable([{ mountPoint: '/', fileSystem: 'proc' }]);

const anHourAgo = agedFiles();

interface Looks {
  readonly observe: (given?: readonly unknown[]) => Promise<string>;
  /** How often something was concluded, and which paths were opened or listed, since they were last asked for. */
  readonly spent: () => { readonly looks: number; readonly read: readonly string[] };
}

/** Observes again and again what the files below etc/link hold. */
function looks(fileSystem: FileSystem, mounts = disk): Looks {
  const memory = new HostMemory();
  let count = 0;
  let read: string[] = [];
  const counting: FileSystem = {
    ...fileSystem,
    readdir: (path, most) => (read.push(path.slice(root.length)), fileSystem.readdir(path, most)),
    open: (path) => (read.push(path.slice(root.length)), fileSystem.open(path)),
  };
  const look = async ({ files }: Host): Promise<string> => {
    count += 1;
    const names = await files.list('etc/link');
    const texts: string[] = [];
    for (const name of names.status === 'observed' ? names.value : [names.reason]) {
      const path = `etc/link/${name}`;
      const [text, kind, executable] = [
        await files.readText(path),
        await files.kind(path),
        await files.executable(path),
      ];
      const of = [text, kind, executable].map((fact) => (fact.status === 'observed' ? fact.value : fact.reason));
      texts.push(`${name}=${of.join(' ')}`);
    }
    return texts.join(', ');
  };
  return {
    observe: async (given = []) => {
      const files = createHostFiles(root, counting, { mounts });
      const host: Host = { files, live: false, memory: observationMemory(memory) };
      const value = await remember(host, 'etc/link', look, given);
      host.memory?.end();
      return value;
    },
    spent: () => {
      const result = { looks: count, read };
      [count, read] = [0, []];
      return result;
    },
  };
}

const before = 'one=first file false, two=second file false';

describe('what an observation concluded', () => {
  it('is taken over by the next one, which reads nothing', async () => {
    const { observe, spent } = looks(anHourAgo);
    expect(await observe()).toBe(before);
    expect(spent()).toEqual({ looks: 1, read: ['/etc/conf.d', '/etc/conf.d/one', '/etc/conf.d/two'] });
    for (let again = 0; again < 3; again += 1) expect(await observe()).toBe(before);
    expect(spent()).toEqual({ looks: 0, read: [] });
  });

  const writeOver = (path: string, text: string): void => {
    writeFileSync(at(path), text);
    utimesSync(at(path), longAgo, longAgo);
  };
  const changes: readonly (readonly [string, () => void, string])[] = [
    [
      'a file of the same length that is renamed over it',
      () => {
        writeFileSync(at('etc/new'), 'FIRST');
        renameSync(at('etc/new'), at('etc/conf.d/one'));
      },
      'one=FIRST file false, two=second file false',
    ],
    [
      'an edit in place that keeps length and time',
      () => {
        writeOver('etc/conf.d/one', 'FIRST');
      },
      'one=FIRST file false, two=second file false',
    ],
    [
      'a file that comes',
      () => {
        writeFileSync(at('etc/conf.d/three'), 'third');
      },
      'one=first file false, three=third file false, two=second file false',
    ],
    [
      'a file that goes',
      () => {
        rmSync(at('etc/conf.d/two'));
      },
      'one=first file false',
    ],
    [
      'a file that becomes a link',
      () => {
        rmSync(at('etc/conf.d/two'));
        symlinkSync('one', at('etc/conf.d/two'));
      },
      'one=first file false, two=first file false',
    ],
    [
      'a link on the way that leads elsewhere',
      () => {
        mkdirSync(at('etc/other'));
        rmSync(at('etc/link'));
        symlinkSync('other', at('etc/link'));
      },
      '',
    ],
    [
      'a directory that is exchanged for another',
      () => {
        mkdirSync(at('etc/new'));
        writeFileSync(at('etc/new/one'), 'first');
        renameSync(at('etc/conf.d'), at('etc/old'));
        renameSync(at('etc/new'), at('etc/conf.d'));
      },
      'one=first file false',
    ],
    [
      'a directory that goes',
      () => {
        rmSync(at('etc/conf.d'), { recursive: true });
      },
      'not-found=not-found absent not-found',
    ],
    [
      'the right to execute a file',
      () => {
        chmodSync(at('etc/conf.d/one'), 0o755);
      },
      'one=first file true, two=second file false',
    ],
  ];

  it.each(changes)('is not taken over after %s', async (_change, change, after) => {
    const { observe, spent } = looks(anHourAgo);
    await observe();
    await observe();
    spent();
    change();
    expect(await observe()).toBe(after);
    expect(spent().looks).toBe(1);
  });

  it.each(changes)(
    'is not taken over after %s, where the kernel makes up the files',
    async (_change, change, after) => {
      const { observe } = looks(nodeFileSystem, kernel);
      await observe();
      change();
      expect(await observe()).toBe(after);
    },
  );

  it('is not taken over after two edits within one tick of the clock', async () => {
    const { observe } = looks(nodeFileSystem);
    for (const text of ['first', 'FIRST', 'First', 'fIRST']) {
      writeFileSync(at('etc/conf.d/one'), text);
      expect(await observe()).toBe(`one=${text} file false, two=second file false`);
    }
  });

  it('is compared by what the files hold while they are too young, and no longer after', async () => {
    let age = 0;
    const ageing = agedFiles(() => age);
    const { observe, spent } = looks(ageing);
    await observe();
    expect(await observe()).toBe(before);
    expect(spent()).toMatchObject({ looks: 1, read: { length: 6 } });
    age = 10_000;
    await observe();
    expect(spent()).toMatchObject({ looks: 0, read: { length: 3 } });
    await observe();
    expect(spent()).toEqual({ looks: 0, read: [] });
  });

  it('is not taken over where something else has changed that went into it', async () => {
    const { observe, spent } = looks(anHourAgo);
    const config = {};
    await observe(['6.1', config]);
    await observe(['6.1', config]);
    expect(spent().looks).toBe(1);
    await observe(['6.2', config]);
    await observe(['6.2', {}]);
    expect(spent().looks).toBe(2);
  });

  it('is forgotten once an observation had no use for it', async () => {
    const memory = new HostMemory();
    const observe = async (...names: readonly string[]): Promise<number> => {
      let looked = 0;
      const host: Host = {
        files: createHostFiles(root, anHourAgo, { mounts: disk }),
        live: false,
        memory: observationMemory(memory),
      };
      for (const name of names) await remember(host, name, () => Promise.resolve((looked += 1)));
      host.memory?.end();
      return looked;
    };
    expect(await observe('a', 'b')).toBe(2);
    expect(await observe('a')).toBe(0);
    expect(await observe('a', 'b')).toBe(1);
  });
});

describe('within one observation', () => {
  it('all who ask for the same conclusion wait for one look', async () => {
    const host: Host = { files: createHostFiles(root), live: false, memory: observationMemory() };
    let looked = 0;
    const look = async ({ files }: Host): Promise<number> => {
      await files.list('etc');
      return (looked += 1);
    };
    expect(
      await Promise.all([remember(host, 'x', look), remember(host, 'x', look), remember(host, 'y', look)]),
    ).toEqual([1, 1, 2]);
  });

  it('a conclusion cannot be drawn from what the bus says', async () => {
    const host: Host = { files: createHostFiles(root), live: true, memory: observationMemory() };
    const look = async ({ systemBus }: Host): Promise<unknown> => systemBus?.ask('org.freedesktop.systemd1', []);
    await expect(remember(host, 'x', look)).rejects.toThrow(/bus/);
  });

  it('every path is asked for once', async () => {
    const asked: string[] = [];
    const files = createHostFiles(root, {
      ...nodeFileSystem,
      lstat: (path) => (asked.push(path), nodeFileSystem.lstat(path)),
    });
    for (let again = 0; again < 3; again += 1) {
      await files.readText('etc/link/one');
      await files.kind('etc/link/one');
      await files.kind('etc/none');
    }
    expect(asked.sort()).toEqual(['etc', 'etc/conf.d', 'etc/conf.d/one', 'etc/link', 'etc/none'].map(at).sort());
    expect(readFileSync(at('etc/link/one'), 'utf8')).toBe('first');
  });
});
