import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import { createHostFiles } from '../create-host-files';
import { nodeFileSystem } from '../file-system';
import type { HostQuestion } from '../host-question';
import { MountTable } from '../mount-table';
import type { Reader } from './reader-process';
import { forkReader } from './reader-process';
import { createRemoteFiles } from './remote-files';

const silence = new Promise<never>(() => undefined);

/** A process that answers with the path, but for those of these names, and one that may outlive its end. */
function fakeReaders({ silent = [], immortal = false }: { silent?: readonly string[]; immortal?: boolean } = {}) {
  const asked: string[] = [];
  const freed: (() => void)[] = [];
  let started = 0;
  const start = (): Reader => {
    started += 1;
    return {
      ask: ({ path }: HostQuestion) => {
        asked.push(path);
        return silent.includes(path) ? silence : Promise.resolve(observed(path, path));
      },
      leave: () => undefined,
      kill: () => (immortal ? new Promise<void>((resolve) => freed.push(resolve)) : Promise.resolve()),
    };
  };
  return { start, asked, freed, started: () => started };
}

const kindOf = (path: string): HostQuestion => ({ operation: 'kind', path });

describe('a file system that may not answer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is asked by one process, which is started when it is needed', async () => {
    const readers = fakeReaders();
    const remote = createRemoteFiles('/host', readers.start);
    expect(readers.started()).toBe(0);
    const answers = ['a', 'b', 'c'].map((path) => remote.ask('/nfs', kindOf(path)));
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c'].map((path) => observed(path, path)));
    expect(readers.started()).toBe(1);
  });

  it('is waited for two seconds, and not asked again after that', async () => {
    const readers = fakeReaders({ silent: ['etc/a'] });
    const remote = createRemoteFiles('/host', readers.start);
    const answers = ['etc/a', 'etc/b', 'etc/c'].map((path) => remote.ask('/nfs', kindOf(path)));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await Promise.all(answers)).toEqual(
      ['etc/a', 'etc/b', 'etc/c'].map((path) => unavailable('timed-out', path, '/nfs does not answer')),
    );
    expect(readers.asked).toEqual(['etc/a']);
  });

  it('does not keep another one from being asked', async () => {
    const readers = fakeReaders({ silent: ['etc/a'] });
    const remote = createRemoteFiles('/host', readers.start);
    const answers = [remote.ask('/nfs', kindOf('etc/a')), remote.ask('/cifs', kindOf('usr/b'))];
    await vi.advanceTimersByTimeAsync(2000);
    expect(await answers[1]).toEqual(observed('usr/b', 'usr/b'));
    expect(readers.started()).toBe(2);
  });

  it('leaves two processes behind that cannot be ended, and no third', async () => {
    const readers = fakeReaders({ silent: ['a', 'b', 'c'], immortal: true });
    const remote = createRemoteFiles('/host', readers.start);
    const ask = async (mount: string, path: string) => {
      const answer = remote.ask(mount, kindOf(path));
      await vi.advanceTimersByTimeAsync(2000);
      return answer;
    };
    await ask('/1', 'a');
    await ask('/2', 'b');
    expect(await ask('/3', 'c')).toEqual(unavailable('timed-out', 'c', '2 file systems still do not answer'));
    // Not in the next observation either, until one of them has gone.
    const next = createRemoteFiles('/host', readers.start);
    expect(await next.ask('/3', kindOf('d'))).toMatchObject({ reason: 'timed-out' });
    expect(readers.started()).toBe(2);
    for (const free of readers.freed) free();
    await vi.advanceTimersByTimeAsync(0);
    expect(await next.ask('/3', kindOf('d'))).toEqual(observed('d', 'd'));
  });

  it('hands over in one piece what is read piece by piece', async () => {
    const pieces: unknown[] = [];
    const take = (piece: Uint8Array) => (pieces.push(piece), 'enough' as const);
    const question: HostQuestion = { operation: 'readPieces', path: 'proc/net/tcp', maxBytes: undefined, take };
    const remote = createRemoteFiles('/host', fakeReaders().start);
    expect(await remote.ask('/nfs', question)).toEqual(observed('done', 'proc/net/tcp'));
    expect(pieces).toEqual(['proc/net/tcp']);
  });

  it('is not seen, and no more than that, where no process can be started', async () => {
    const remote = createRemoteFiles('/host', () => {
      throw new Error('no program');
    });
    expect(await remote.ask('/nfs', kindOf('etc/a'))).toEqual(unavailable('failed', 'etc/a', 'no program'));
  });
});

it('is told by where it is mounted, the root of the host too, so that it is given up once', async () => {
  const root = mkdtempSync(join(tmpdir(), 'remote-root-'));
  mkdirSync(join(root, 'etc/nfs/deep'), { recursive: true });
  const asked: string[] = [];
  const remote = {
    ask: <T>(realPath: string, { path }: HostQuestion) => {
      asked.push(realPath.slice(root.length));
      return Promise.resolve<Fact<T>>(unavailable('timed-out', path));
    },
  };
  const looking = (mountPoint: string) =>
    createHostFiles(root, nodeFileSystem, { mounts: new MountTable([{ mountPoint, fileSystem: 'nfs' }]), remote });
  for (const path of ['', 'etc', 'etc/nfs/deep', 'usr/bin']) await looking(root).kind(path);
  expect(asked.splice(0)).toEqual(['', '', '', '']);
  for (const path of ['etc/nfs', 'etc/nfs/deep', 'etc/nfs/deep/none', 'usr/bin'])
    await looking(join(root, 'etc/nfs')).kind(path);
  expect(asked).toEqual(['/etc/nfs', '/etc/nfs', '/etc/nfs']);
  rmSync(root, { recursive: true });
});

describe('the process that looks at it', () => {
  const root = mkdtempSync(join(tmpdir(), 'remote-files-'));
  const program = join(import.meta.dirname, 'read-for-agent.ts');
  const started: Reader[] = [];
  const start = (directory: string): Reader => {
    const reader = forkReader(program, directory, ['--import', 'tsx']);
    started.push(reader);
    return reader;
  };

  beforeAll(() => {
    mkdirSync(join(root, 'etc/conf.d'), { recursive: true });
    writeFileSync(join(root, 'etc/conf.d/a'), 'text');
  });
  afterAll(async () => {
    await Promise.all(started.map((reader) => reader.kill()));
    rmSync(root, { recursive: true });
  });

  it('says of every path what this process would say', async () => {
    const far = new MountTable([{ mountPoint: join(root, 'etc'), fileSystem: 'nfs' }]);
    // A process that runs the sources takes longer to start than one that runs the bundle.
    const remote = { ask: patiently(start(root)) };
    const files = createHostFiles(root, nodeFileSystem, { mounts: far, remote });
    expect(await files.list('etc/conf.d')).toEqual(observed(['a'], 'etc/conf.d'));
    expect(await files.readText('etc/conf.d/a')).toEqual(observed('text', 'etc/conf.d/a'));
    expect(await files.readBytes('etc/conf.d/a')).toEqual(
      observed(new Uint8Array(Buffer.from('text')), 'etc/conf.d/a'),
    );
    expect(await files.readText('etc/conf.d/a', 3)).toMatchObject({ reason: 'too-large' });
    expect(await files.kind('etc/none')).toEqual(observed('absent', 'etc/none'));
    expect(await files.readLinks('etc/conf.d', ['a'])).toEqual(observed([undefined], 'etc/conf.d'));
    expect(await files.stamp('etc/conf.d/a')).toMatchObject({ reason: 'unsupported' });
  });

  it('is told by whom it was asked when it ends early', async () => {
    const reader = start(root);
    const answer = reader.ask({ operation: 'kind', path: 'etc' });
    await reader.kill();
    await expect(answer).rejects.toThrow(/ended/);
  });
});

const patiently =
  (reader: Reader) =>
  <T>(_mount: string, question: HostQuestion) =>
    reader.ask(question) as Promise<T>;
