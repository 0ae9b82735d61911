import { createServer } from 'node:net';
import { createHostFiles } from '../../host/create-host-files';
import type { HostFiles } from '../../host/host-files';
import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { searchLimits } from './holder-search';
import { OwnerMemory } from './owner-memory';
import { findSocketOwners } from './socket-owners';

afterEach(removeTemporaryHosts);

const hour = 60 * 60 * 1000;

const process = (id: number, name: string, ...targets: string[]): HostTree => ({
  [`proc/${String(id)}/status`]: `Name:\t${name}\n`,
  ...Object.fromEntries(targets.map((linkTo, index) => [`proc/${String(id)}/fd/${String(index)}`, { linkTo }])),
});
/** Processes from 100 on, each with ten descriptors that are none of interest. */
const crowd = (count: number): HostTree =>
  Object.assign(
    {},
    ...Array.from({ length: count }, (_, index) =>
      process(100 + index, 'sleep', ...Array.from({ length: 10 }, (_unused, fd) => `socket:[9${String(fd)}]`)),
    ),
  ) as HostTree;

/** Looks for owners again and again, as observations of one host do. */
function observer(files: HostFiles, limits: Partial<typeof searchLimits> = {}) {
  const memory = new OwnerMemory();
  let now = 0;
  let looked: string[] = [];
  const watched: HostFiles = {
    ...files,
    list: (path) => (path === 'proc' || looked.push(path.split('/')[1] ?? ''), files.list(path)),
  };
  return {
    memory,
    wait: (milliseconds: number) => (now += milliseconds),
    /** The names by inode, and the processes all of whose descriptors were listed, in order. */
    async observe(...inodes: number[]) {
      looked = [];
      const owners = await findSocketOwners(watched, inodes, memory, { ...searchLimits, now: () => now, ...limits });
      return { names: Object.fromEntries([...owners].map(([inode, { name }]) => [inode, name])), looked };
    },
  };
}
const observing = (tree: HostTree, limits?: Partial<typeof searchLimits>) =>
  observer(temporaryHost(tree).files, limits);

describe('the owner of a socket', () => {
  it('is found among the processes of this machine', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const files = createHostFiles('/');
    const own = await files.list('proc/self/fd');
    const targets = await files.readLinks('proc/self/fd', own.status === 'observed' ? own.value : []);
    const inodes = (targets.status === 'observed' ? targets.value : []).flatMap((target) => {
      const inode = /^socket:\[(\d+)\]$/.exec(target ?? '')?.[1];
      return inode === undefined ? [] : [Number(inode)];
    });
    const owners = await findSocketOwners(files, inodes);
    server.close();
    expect(inodes.length).toBeGreaterThan(0);
    expect(owners.size).toBe(new Set(inodes).size);
  });

  it('is no one when nothing is asked for', async () => {
    expect(await findSocketOwners(createHostFiles('/'), [0])).toEqual(new Map());
  });

  it('is the newest of those that share it, and no older process is looked at', async () => {
    const host = observing({
      ...process(1, 'systemd', 'socket:[11]'),
      ...process(900, 'bird', '/dev/null', 'socket:[11]'),
      ...process(1000, 'sleep', 'socket:[7]'),
    });
    expect(await host.observe(11)).toEqual({ names: { 11: 'bird' }, looked: ['1000', '900'] });
  });
});

describe('what one observation remembers for the next', () => {
  it('is where the socket was, which is all that is looked at while it is there', async () => {
    const host = observing({ ...process(900, 'bird', 'socket:[11]'), ...crowd(20) });
    await host.observe(11);
    expect(await host.observe(11)).toEqual({ names: { 11: 'bird' }, looked: [] });
  });

  it('is not who the holder was: that is read again', async () => {
    const { files } = temporaryHost(process(900, 'bird', 'socket:[11]'));
    let name = 'bird';
    const host = observer({
      ...files,
      readText: (path) => Promise.resolve({ status: 'observed', value: `Name:\t${name}\n`, source: path }),
    });
    await host.observe(11);
    name = 'other';
    expect((await host.observe(11)).names).toEqual({ 11: 'other' });
  });

  it('does not keep a holder that gave the socket away', async () => {
    const { files } = temporaryHost({ ...process(900, 'bird', 'socket:[11]'), ...process(950, 'frr', 'socket:[11]') });
    let gone = '';
    const host = observer({
      ...files,
      readLinks: (path, names) => files.readLinks(path.includes(gone) ? 'proc/none' : path, names),
    });
    gone = '950';
    expect((await host.observe(11)).names).toEqual({ 11: 'bird' });
    gone = '900';
    expect((await host.observe(11)).names).toEqual({ 11: 'frr' });
  });

  it('is that nobody holds a socket, once two searches have found nobody, for an hour', async () => {
    const host = observing({ ...process(900, 'bird', 'socket:[11]'), ...crowd(20) });
    const everyone = 21;
    const looked: number[] = [];
    for (const pause of [0, 60_000, 60_000, hour - 60_001, 1, 60_000]) {
      host.wait(pause);
      looked.push((await host.observe(11, 15)).looked.length);
    }
    expect(looked).toEqual([everyone, everyone, 0, 0, everyone, 0]);
  });

  it('is forgotten of a socket that went away: its number may come back as another', async () => {
    const host = observing(crowd(20));
    await host.observe(15);
    await host.observe(15);
    expect((await host.observe()).looked).toEqual([]);
    expect((await host.observe(15)).looked).toHaveLength(20);
  });

  it('does not hide a process whose socket comes beside one that is nobody’s', async () => {
    const host = observing({ ...process(50, 'frr', 'socket:[12]'), ...crowd(20) });
    await host.observe(15);
    await host.observe(15);
    expect((await host.observe(12, 15)).names).toEqual({ 12: 'frr' });
  });
});

describe('a host with more processes than one observation has time for', () => {
  const many = {
    ...process(50, 'frr', 'socket:[12]'),
    ...crowd(40),
    ...process(900, 'bird', 'socket:[11]'),
  };
  // One process after the other takes a second.
  const slow = (host: { files: HostFiles }) => {
    let now = 0;
    const files: HostFiles = {
      ...host.files,
      list: (path) => {
        if (path !== 'proc') now += 1000;
        return host.files.list(path);
      },
    };
    return observer(files, { now: () => now });
  };

  it.each([
    ['time', () => slow(temporaryHost(many))],
    ['descriptors', () => observing(many, { descriptors: 40 })],
  ])('never loses a holder once it was found, and goes on where it stopped: limited by %s', async (_limit, begin) => {
    const host = begin();
    const seen: string[] = [];
    for (let observation = 0; observation < 60; observation += 1)
      seen.push(JSON.stringify((await host.observe(11, 12, 15)).names));
    const changes = seen.filter((names, index) => names !== seen[index - 1]);
    expect(changes).toEqual(['{"11":"bird"}', '{"11":"bird","12":"frr"}']);
  });

  it('says the same each time of what it cannot look at in one observation', async () => {
    const names = await Promise.all(
      [1, 2, 3].map(async () => (await observing(many, { descriptors: 40 }).observe(11, 12, 15)).names),
    );
    expect(names).toEqual([{ 11: 'bird' }, { 11: 'bird' }, { 11: 'bird' }]);
  });

  it('comes past a process that alone has more descriptors than an observation may look at', async () => {
    const host = observing(
      {
        ...process(50, 'frr', 'socket:[12]'),
        ...process(60, 'haproxy', ...Array.from({ length: 600 }, () => 'socket:[99]')),
      },
      { descriptors: 300 },
    );
    await host.observe(12);
    expect((await host.observe(12)).names).toEqual({ 12: 'frr' });
  });

  it('finds the new processes first', async () => {
    const { files } = temporaryHost({ ...many, ...process(950, 'typha', 'socket:[13]') });
    let born = false;
    const host = observer(
      {
        ...files,
        list: async (path) => {
          const names = await files.list(path);
          if (path !== 'proc' || born || names.status === 'unavailable') return names;
          return { ...names, value: names.value.filter((name) => name !== '950') };
        },
      },
      { descriptors: 40 },
    );
    expect((await host.observe(13)).names).toEqual({});
    born = true;
    expect((await host.observe(13)).names).toEqual({ 13: 'typha' });
  });
});
