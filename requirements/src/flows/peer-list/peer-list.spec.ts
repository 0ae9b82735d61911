import fc from 'fast-check';
import type { Peer } from '../plan/peer';
import { samplePeer, samplePeers } from '../testing/sample-peers';
import { peerListShards, readPeerList } from './peer-list';

const byName = (peers: readonly Peer[]) => [...peers].sort((one, other) => (one.name < other.name ? -1 : 1));

const arbitraryName = fc.stringMatching(/^[a-z0-9.-]{1,60}$/);
const arbitraryPeer: fc.Arbitrary<Peer> = fc.record({
  name: arbitraryName,
  key: fc.nat(0xffffffff),
  addresses: fc.record(
    { IPv4: fc.ipV4(), IPv6: fc.constantFrom('fd00::1', '2001:db8:0:0:0:0:0:ffff') },
    { requiredKeys: [] },
  ),
  zone: fc.oneof(fc.constant(''), arbitraryName),
  pool: fc.constantFrom('', 'worker', 'master'),
  subnet: fc.constantFrom('', '10.0.0.0/24', 'fd00:0:0:0:0:0:0:0/64'),
  mayRunTypha: fc.boolean(),
  inMesh: fc.boolean(),
  answers: fc.boolean(),
});

describe('the list of peers', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(arbitraryPeer, { selector: ({ name }) => name }), (peers) => {
        expect(readPeerList(peerListShards(peers))).toEqual({ peers: byName(peers), refused: 0 });
      }),
    );
  });

  it.each([300, 1000, 5000])('in shards of %d bytes holds the same, and none is longer', (most) => {
    const peers = samplePeers(200);
    const shards = peerListShards(peers, most);
    expect(shards.every((shard) => shard.length <= most)).toBe(true);
    expect(readPeerList(shards.slice(0, 16)).refused).toBe(0);
    expect(shards.flatMap((shard) => readPeerList([shard]).peers)).toEqual(byName(peers));
  });

  it('of 5,000 nodes has less than 100 bytes a node, in one shard', () => {
    const shards = peerListShards(samplePeers(5000));
    expect(shards.length).toBe(1);
    expect((shards[0]?.length ?? 0) / 5000).toBeLessThan(100);
  });

  it('leaves out what is no name, and keeps the others', () => {
    const peers = [
      samplePeer(1, { name: 'two words' }),
      samplePeer(2, { name: 'line\nend' }),
      samplePeer(3, { zone: 'a b' }),
    ];
    expect(readPeerList(peerListShards(peers))).toEqual({ peers: [{ ...samplePeer(3), zone: '' }], refused: 0 });
  });

  const good = peerListShards(samplePeers(3))[0]!;

  it.each<[string, (text: string) => string, number]>([
    ['another form', (text) => text.replace('peers 1', 'peers 2'), 0],
    ['no end', (text) => text.slice(0, -4), 0],
    ['another line twice', (text) => `${text}${text.split('\n')[4]!}\n`, 3],
    ['an address that is none', (text) => text.replace('10.0.0.2', '10.0.0.256'), 2],
    ['an address of another family', (text) => text.replace('10.0.0.2', 'fd00::1'), 2],
    ['a group that is not there', (text) => text.replace(/ (\S+) (\S+) (\S+ tab\n)/, ' zz $2 $3'), 2],
    ['another flag', (text) => text.replace(' tab\n', ' tbx\n'), 2],
    ['a field more', (text) => text.replace(' tab\n', ' tab x\n'), 2],
    ['a key too large', (text) => text.replace(/com \S+ /, 'com zzzzzzz '), 2],
    ['a key that is written otherwise', (text) => text.replace(/com (\S)/, 'com 0$1'), 2],
    ['nothing', () => '', 0],
    ['a megabyte of ends of lines', () => '\n'.repeat(1_000_000), 0],
  ])('with %s loses what is wrong alone', (_, damage, left) => {
    const { peers, refused } = readPeerList([damage(good)]);
    expect(peers.length).toBe(left);
    expect(refused).toBeGreaterThan(0);
  });

  it('never throws and trusts no name, whatever is in it', () => {
    const damaged = fc
      .tuple(fc.nat(good.length), fc.nat(20), fc.oneof(fc.string(), fc.string({ unit: 'binary' })))
      .map(([at, length, text]) => good.slice(0, at) + text + good.slice(at + length));
    fc.assert(
      fc.property(fc.array(fc.oneof(damaged, fc.string({ unit: 'binary' })), { maxLength: 3 }), (shards) => {
        for (const { name, key, zone } of readPeerList(shards).peers) {
          expect(`${name}${zone}`).toMatch(/^[A-Za-z0-9_.:/-]+$/);
          expect(key).toBeLessThan(2 ** 32);
        }
      }),
    );
  });

  it('reads sixteen shards and no more, and each node once', () => {
    expect(readPeerList(Array.from({ length: 100 }, () => good))).toMatchObject({ refused: 84 + 15 * 3 });
  });
});
