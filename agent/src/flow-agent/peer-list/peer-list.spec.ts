import type { BgpTable } from '@calico-readiness/requirements';
import {
  bgpTexts,
  mostPeerListShards,
  peerListShards,
  peerNetworkLine,
  withVersion,
} from '@calico-readiness/requirements';
import { manyPeers } from '../../../test/flows/many-peers';
import { ApiError } from '../../cluster/api-error';
import { silentLog } from '../../foundation/agent-log';
import { PeerList } from './peer-list';
import { readPeerShards } from './read-peer-shards';

const minute = 60_000;
const where = { namespace: 'calico readiness', prefix: 'release-peers' };
const network = { tunnels: undefined, bgpPassword: 'no' } as const;

interface Published {
  readonly shards: readonly string[];
  readonly version?: string;
  readonly count?: string;
  readonly bgp?: readonly string[];
}

/** An API with ConfigMaps, of which each may be another list's. */
function apiWith(published: readonly Published[] | ApiError) {
  const asked: string[] = [];
  return {
    asked,
    get: (path: string, query?: Readonly<Record<string, string>>): Promise<object> => {
      asked.push(`${path}?${new URLSearchParams(query).toString()}`);
      if (published instanceof ApiError) return Promise.reject(published);
      const index = Number(/-(\d+)$/.exec(path)?.[1]);
      const list = published[Math.min(index, published.length - 1)];
      const peers = list?.shards[index];
      if (list === undefined || peers === undefined) return Promise.reject(new ApiError(404, 'not found'));
      return Promise.resolve({
        metadata: { annotations: { 'calicoreadiness.io/version': list.version ?? 'one' } },
        data: {
          peers,
          shards: list.count ?? String(list.shards.length),
          network: peerNetworkLine(network),
          bgp: list.bgp?.[index],
        },
      });
    },
  };
}

const inTwo = (count: number): readonly string[] => {
  const peers = manyPeers(count);
  return [...peerListShards(peers.slice(0, count / 2)), ...peerListShards(peers.slice(count / 2))];
};

describe('the list of peers in ConfigMaps', () => {
  it('is read shard by shard, from the cache of the API server', async () => {
    const api = apiWith([{ shards: inTwo(10) }]);
    const listed = await readPeerShards(api, where);
    expect(listed).toMatchObject({ version: 'one', refused: 0, network });
    expect(listed !== 'known' && listed?.peers.length).toBe(10);
    expect(api.asked).toEqual(
      ['0', '1'].map(
        (index) => `/api/v1/namespaces/calico%20readiness/configmaps/release-peers-${index}?resourceVersion=0`,
      ),
    );
  });

  const roles = manyPeers(10).map((peer, index) => ({ ...peer, bgpRole: index < 2 ? 0 : 1 }));
  const table: BgpTable = { links: [Uint8Array.of(0), Uint8Array.of(5, 0)], external: [[], []] };

  it.each([
    ['says who speaks BGP with whom', 'one', table],
    ['says nothing of BGP where that belongs to another list', 'zero', undefined],
  ])('%s', async (_, version, expected) => {
    const shards = peerListShards(roles);
    const bgp = bgpTexts(shards, roles, table)?.map((text) => withVersion(text, version)) ?? [];
    const listed = await readPeerShards(apiWith([{ shards, bgp }]), where);
    expect(listed).toMatchObject({ refused: 0, network: { ...network, ...(expected && { bgp: expected }) } });
    const known = listed === 'known' || listed === undefined ? [] : listed.peers.map(({ bgpRole }) => bgpRole);
    expect(new Set(known)).toEqual(new Set(expected === undefined ? [undefined] : [0, 1]));
  });

  it('costs one request where it is known', async () => {
    const api = apiWith([{ shards: inTwo(10) }]);
    expect(await readPeerShards(api, where, 'one')).toBe('known');
    expect(api.asked.length).toBe(1);
  });

  it('is none where nobody has published it', async () => {
    expect(await readPeerShards(apiWith([]), where)).toBeUndefined();
  });

  it.each<[string, readonly Published[]]>([
    ['shards of two lists', [{ shards: inTwo(10) }, { shards: inTwo(10), version: 'two' }]],
    ['a shard missing', [{ shards: inTwo(10).slice(0, 1), count: '2' }]],
    ['no shards', [{ shards: inTwo(10), count: '0' }]],
    ['too many shards', [{ shards: inTwo(10), count: String(mostPeerListShards + 1) }]],
    ['a number that is none', [{ shards: inTwo(10), count: '1e1' }]],
  ])('is not taken with %s', async (_, published) => {
    await expect(readPeerShards(apiWith(published), where)).rejects.toThrow(/list of peers/);
  });

  it.each([{}, { data: null, metadata: null }, { data: [] }])(
    'is none where the ConfigMap is empty: %j',
    async (object) => {
      expect(await readPeerShards({ get: () => Promise.resolve(object) }, where)).toBeUndefined();
    },
  );

  it.each([{ data: { peers: 'x' } }, { data: { peers: null } }, { metadata: { annotations: 7 }, data: { peers: {} } }])(
    'is not taken from %j',
    async (object) => {
      const api = { get: () => Promise.resolve(object) };
      await expect(readPeerShards(api, where)).rejects.toThrow(/no shard/);
    },
  );
});

describe('the list of peers as an agent keeps it', () => {
  function kept(answers: readonly (number | 'known' | undefined | Error)[]) {
    let steady = 0;
    const reads: number[] = [];
    const list = new PeerList({
      read: () => {
        const answer = answers[Math.min(reads.length, answers.length - 1)];
        reads.push(steady);
        if (answer instanceof Error) return Promise.reject(answer);
        if (typeof answer !== 'number') return Promise.resolve(answer);
        return Promise.resolve({ peers: manyPeers(answer), network, version: String(answer), refused: 0 });
      },
      clock: { wall: () => steady, steady: () => steady },
      random: () => 0.5,
      log: silentLog,
    });
    const run = async (minutes: number): Promise<void> => {
      for (const end = steady + minutes * minute; steady < end; steady += 15_000) await list.refresh();
    };
    return { list, run, reads };
  }

  it('is read within a minute, and then once an hour', async () => {
    const { list, run, reads } = kept([5, 'known', 6]);
    await run(130);
    expect(reads[0]).toBeLessThanOrEqual(minute);
    expect(reads.length).toBe(3);
    expect(list.ring?.peers.length).toBe(6);
  });

  it('stays the same object while it is known', async () => {
    const { list, run } = kept([5, 'known']);
    await run(5);
    const { ring } = list;
    await run(120);
    expect(list.ring).toBe(ring);
  });

  it.each<[string, undefined | Error]>([
    ['the API is away', new Error('connect ECONNREFUSED')],
    ['the API refuses', new ApiError(403, 'no')],
    ['it was deleted', undefined],
  ])('stays what it was while %s, and is asked for later and later', async (_, answer) => {
    const { list, run, reads } = kept([5, answer]);
    await run(24 * 60);
    expect(list.ring?.peers.length).toBe(5);
    const gaps = reads.slice(2).map((at, index) => at - (reads[index + 1] ?? 0));
    expect(gaps[0]).toBeLessThan(2 * minute);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(60 * minute);
    expect(gaps.at(-1)).toBeGreaterThan(30 * minute);
  });

  it('obeys an API that asks to be left alone, for an hour at most', async () => {
    const { run, reads } = kept([new ApiError(429, 'later', 100_000)]);
    await run(100);
    expect(reads.length).toBe(2);
  });
});
