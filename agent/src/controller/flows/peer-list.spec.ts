import type { Peer, PeerNetwork } from '@calico-readiness/requirements';
import { readBgpList, readPeerList, readPeerNetwork } from '@calico-readiness/requirements';
import { silentLog } from '../../foundation/agent-log';
import { FlowKey } from './flow-key';
import { StoredList, wantedList } from './peer-list';
import { StoredInMemory } from '../../../test/stored-in-memory';

const peer = (index: number, name = `node-${String(index)}`): Peer => ({
  name,
  key: index,
  addresses: { IPv4: `10.0.${String(index >> 8)}.${String(index & 255)}` },
  zone: '',
  pool: 'worker',
  subnet: '',
  mayRunTypha: true,
  inMesh: true,
  answers: true,
});
const peers = (count: number): readonly Peer[] => Array.from({ length: count }, (_, index) => peer(index));
const network: PeerNetwork = {
  tunnels: { ipip: 'never', vxlan: { IPv4: 'cross-subnet', IPv6: 'never' } },
  bgpPassword: 'no',
};
const listOf = (listed: readonly Peer[], ofAll = network) => wantedList(listed, ofAll);
/** So many that one ConfigMap does not hold them. */
const many = Array.from({ length: 3600 }, (_, index) => peer(index, `${'a'.repeat(240)}${String(index)}`));

function setUp() {
  const api = new StoredInMemory();
  const list = new StoredList(api, 'p');
  const names = (): readonly string[] =>
    [...api.objects].filter(([, { data }]) => data['peers'] !== '').map(([name]) => name);
  const read = () => readPeerList(names().map((name) => String(api.objects.get(name)?.data['peers']))).peers;
  const changes = (): readonly string[] => api.calls.splice(0).filter((call) => /^(create|change)/.test(call));
  return { api, list, names, read, changes };
}

describe('the stored list of peers', () => {
  it('is made, says how many ConfigMaps it has, and is read as it was written', async () => {
    const { api, list, read } = setUp();
    const wanted = listOf(peers(3));
    expect(await list.write(wanted)).toBe(1);
    expect(read()).toEqual(peers(3));
    expect(api.objects.get('p-0')).toMatchObject({
      data: { shards: '1' },
      annotations: { 'calicoreadiness.io/version': wanted.version },
    });
    expect(readPeerNetwork(api.objects.get('p-0')?.data['network'])).toEqual(network);
  });

  it('says beside each shard who speaks BGP with whom, for this version of the list alone', async () => {
    const { api, list } = setUp();
    const roles = many.map((one, index) => ({ ...one, bgpRole: index % 2 }));
    const bgp = { links: [Uint8Array.of(0), Uint8Array.of(1, 0)], external: [[], []] };
    const wanted = listOf(roles, { ...network, bgp });
    await list.write(wanted);
    const stored = ['p-0', 'p-1'].map((name) => {
      const { peers: lines, bgp: text } = api.objects.get(name)?.data ?? {};
      return { peers: String(lines), bgp: text };
    });
    const read = readBgpList(stored, wanted.version);
    expect(read?.table).toEqual(bgp);
    expect(read?.roles.size).toBe(many.length);
    expect(listOf(roles).version).not.toBe(wanted.version);
    await list.write(listOf(peers(3)));
    expect([api.objects.get('p-0')?.data['bgp'], api.objects.get('p-1')?.data['bgp']]).toEqual(['', '']);
  });

  it('is another one where something else holds for all pairs', async () => {
    const { api, list } = setUp();
    await list.write(listOf(peers(3)));
    expect(await list.write(listOf(peers(3), { ...network, bgpPassword: 'yes' }))).toBe(1);
    expect(readPeerNetwork(api.objects.get('p-0')?.data['network']).bgpPassword).toBe('yes');
  });

  it('is not written again while it says the same, and costs one short question', async () => {
    const { api, list } = setUp();
    await list.write(listOf(peers(3)));
    api.calls.length = 0;
    expect(await list.write(listOf([...peers(3)].reverse()))).toBe(0);
    expect(api.calls).toEqual(['version p-0']);
  });

  it('is left as it is by a new leader where it is right', async () => {
    const { api, list, changes } = setUp();
    await list.write(listOf(peers(3)));
    changes();
    expect(await new StoredList(api, 'p').write(listOf(peers(3)))).toBe(0);
    expect(changes()).toEqual([]);
  });

  it('is put right where another writer changed it or took it away', async () => {
    const { api, list, read, changes } = setUp();
    await list.write(listOf(peers(3)));
    api.put('p-0', { data: { peers: 'nobody' } });
    changes();
    expect(await list.write(listOf(peers(3)))).toBe(1);
    expect(changes()).toEqual(['change p-0']);
    api.objects.delete('p-0');
    await list.write(listOf(peers(3)));
    expect(read()).toEqual(peers(3));
  });

  it('has more ConfigMaps where it is long, which go with the first, and are emptied when it is short again', async () => {
    const { api, list, names, read } = setUp();
    await list.write(listOf(many));
    expect(names()).toEqual(['p-0', 'p-1']);
    expect(read()).toHaveLength(many.length);
    expect(api.objects.get('p-1')?.owner).toEqual({ name: 'p-0', uid: 'uid of p-0' });
    expect(api.objects.get('p-0')?.owner).toBeUndefined();
    expect(api.objects.get('p-0')?.annotations).toEqual(api.objects.get('p-1')?.annotations);
    await list.write(listOf(peers(3)));
    expect(names()).toEqual(['p-0']);
    expect(api.objects.get('p-0')?.data['shards']).toBe('1');
  });

  it('that an earlier leader left longer is emptied too, once', async () => {
    const { api, list, names, changes } = setUp();
    await list.write(listOf(many));
    changes();
    const next = new StoredList(api, 'p');
    await next.write(listOf(peers(3)));
    expect(names()).toEqual(['p-0']);
    expect(changes()).toEqual(['change p-0', 'change p-1']);
    await next.write(listOf(peers(3)));
    expect(api.calls).toEqual(['version p-0']);
  });

  it('has another version with every change', () => {
    const versions = [3, 4].map((count) => listOf(peers(count)).version);
    expect(new Set(versions).size).toBe(2);
    expect(listOf(peers(3).map((one) => ({ ...one, answers: false }))).version).not.toBe(versions[0]);
  });
});

describe('the key of the challenges', () => {
  const keep = (api: StoredInMemory): FlowKey => new FlowKey({ api, name: 's', log: silentLog });
  const keyOf = (api: StoredInMemory): string => String(api.objects.get('s')?.data['key']);

  it.each([
    ['there is no Secret', () => new StoredInMemory()],
    [
      'the Secret is empty',
      () => {
        const api = new StoredInMemory();
        api.put('s', { data: {} });
        return api;
      },
    ],
  ])('is made where %s: 32 bytes, others each time', async (_, make) => {
    const keys = await Promise.all(
      [make(), make()].map(async (api) => {
        await keep(api).keep();
        return keyOf(api);
      }),
    );
    expect(keys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32]);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it.each([Buffer.alloc(32, 7).toString('base64'), 'c2hvcnQ='])('that is there is never changed: %s', async (key) => {
    const api = new StoredInMemory();
    api.put('s', { data: { key } });
    const kept = keep(api);
    await kept.keep();
    api.put('s', { data: {} });
    await kept.keep();
    await keep(api).keep();
    expect(keyOf(api)).toBe(key);
    expect(api.calls.filter((call) => /^(create|change)/.test(call))).toEqual([]);
  });

  it('of two leaders at once is that of one', async () => {
    const api = new StoredInMemory();
    const [one, other] = await Promise.allSettled([keep(api).keep(), keep(api).keep()]);
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
    const key = keyOf(api);
    await keep(api).keep();
    expect(keyOf(api)).toBe(key);
  });
});
