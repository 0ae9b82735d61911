import fc from 'fast-check';
import type { BgpTable } from '../pairs/bgp-table';
import { readRunLengths, runLengths } from '../pairs/run-lengths';
import { samplePeers } from '../testing/sample-peers';
import { bgpTexts, readBgpList, withBgpRoles, withVersion } from './bgp-list';
import { peerListShards, readPeerList } from './peer-list';

const table: BgpTable = {
  links: [[5], [1, 0], [2, 3, 15]].map((row) => Uint8Array.from(row)),
  external: [
    [],
    [{ address: '192.0.2.1', family: 'IPv4', port: undefined }],
    [
      { address: '192.0.2.1', family: 'IPv4', port: 1790 },
      { address: '2001:db8:0:0:0:0:0:1', family: 'IPv6', port: undefined },
      { address: '2001:db8:0:0:0:0:0:1', family: 'IPv6', port: 1790 },
    ],
  ],
};
const peers = samplePeers(60).map((peer, index) => (index === 7 ? peer : { ...peer, bgpRole: index % 3 }));

function stored(of: BgpTable = table, most?: number) {
  const shards = peerListShards(peers, most);
  const texts = bgpTexts(shards, peers, of)!;
  return shards.map((shard, index) => ({ peers: shard, bgp: withVersion(texts[index]!, 'v1') }));
}

describe('what the list of peers says of BGP', () => {
  it.each([undefined, 1500])('is read as it was written, in shards of %s bytes', (most) => {
    const shards = stored(table, most);
    const read = readBgpList(shards, 'v1')!;
    expect(read.table).toEqual(table);
    const roles = shards.flatMap(({ peers: lines }) => withBgpRoles(readPeerList([lines]).peers, read));
    expect(new Map(roles.map(({ name, bgpRole }) => [name, bgpRole]))).toEqual(
      new Map(peers.map((peer) => [peer.name, 'bgpRole' in peer ? peer.bgpRole : undefined])),
    );
  });

  it('does not say that all external peers are known where they are not', () => {
    expect(readBgpList(stored({ ...table, external: undefined }), 'v1')?.table.external).toBeUndefined();
    const many = Array.from({ length: 65 }, (_, index) => ({
      address: `192.0.2.${String(index)}`,
      family: 'IPv4' as const,
      port: undefined,
    }));
    expect(readBgpList(stored({ ...table, external: [many, [], []] }), 'v1')?.table.external).toBeUndefined();
  });

  it('is not written where nothing is known, or where it would be too long', () => {
    const shards = peerListShards(peers);
    expect(bgpTexts(shards, peers, undefined)).toBeUndefined();
    const long = Array.from({ length: 64 }, (_, index) => ({
      address: `2001:db8:1111:2222:3333:4444:5555:${(index + 0x1000).toString(16)}`,
      family: 'IPv6' as const,
      port: undefined,
    }));
    const links = Array.from({ length: 100 }, (_, row) => new Uint8Array(row + 1));
    expect(bgpTexts(shards, peers, { links, external: links.map(() => long) })).toBeUndefined();
  });

  it.each<[string, (bgp: string) => unknown]>([
    ['is missing, as in the list of an earlier controller', () => undefined],
    ['was left behind by a controller that knows nothing of it', (bgp) => bgp.replace('v1', 'v0')],
    ['has another form', (bgp) => bgp.replace('bgp 1', 'bgp 2')],
    ['has no end', (bgp) => bgp.slice(0, -1)],
    ['has a role less', (bgp) => bgp.replace(/[^\n]*\n$/, '')],
    ['has a role that is not in the table', (bgp) => bgp.replace('nodes 0', 'nodes 3')],
    ['has a node less', (bgp) => bgp.replace('nodes 0,', 'nodes ')],
    ['has a link that there is not', (bgp) => bgp.replace('\n5\n', '\ng\n')],
    ['has a pair more', (bgp) => bgp.replace('\n5\n', '\n5,5\n')],
    ['has an address that is none', (bgp) => bgp.replace('192.0.2.1', '192.0.2.256')],
    ['has a port that is none', (bgp) => bgp.replace(':1790', ':17900000')],
    ['is endless', () => '\n'.repeat(1_000_000)],
  ])('says nothing where it %s', (_, damage) => {
    const [{ peers: lines, bgp }] = stored() as [{ peers: string; bgp: string }];
    expect(readBgpList([{ peers: lines, bgp }], 'v1')).toBeDefined();
    expect(readBgpList([{ peers: lines, bgp: damage(bgp) }], 'v1')).toBeUndefined();
  });

  it('never throws, whatever is in it', () => {
    const [{ peers: lines, bgp }] = stored() as [{ peers: string; bgp: string }];
    const damaged = fc
      .tuple(fc.nat(bgp.length), fc.nat(20), fc.oneof(fc.string(), fc.string({ unit: 'binary' })))
      .map(([at, length, text]) => bgp.slice(0, at) + text + bgp.slice(at + length));
    fc.assert(
      fc.property(damaged, (text) => {
        const read = readBgpList([{ peers: lines, bgp: text }], 'v1');
        for (const role of read?.roles.values() ?? []) expect(role).toBeLessThan(read!.table.links.length);
      }),
    );
  });
});

describe('numbers that repeat', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(3), { nil: undefined }), { maxLength: 50 }), (numbers) => {
        const text = runLengths(numbers);
        expect(readRunLengths(text, numbers.length, 4)).toEqual(numbers);
        expect(readRunLengths(text, numbers.length + 1, 4)).toBeUndefined();
      }),
    );
  });

  it.each(['0*0', '0*', '*1', '0,,1', '0*zzzzz', '0*zzzz', 'A', '0 1', '--'])('are refused as %s', (text) => {
    expect(readRunLengths(text, 2, 4)).toBeUndefined();
  });
});
