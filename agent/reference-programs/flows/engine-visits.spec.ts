import { join } from 'node:path';
import type { AnsweredPeer, FlowTests } from '@calico-readiness/requirements';
import { buildNative } from '../../../scripts/build/native-part';
import { addresses, atTwoHosts } from './two-hosts';

/** Behind the rule, beside it, and with nobody there. */
const [blocked, open] = [addresses.there[4], '10.9.0.3'];
const peers = [addresses.here[4], blocked, open].join(' ');
const engine = `'${process.execPath}' --import tsx '${join(import.meta.dirname, 'run-engine.ts')}'`;
const listener = `require('net').createServer().listen(5473, '0.0.0.0')`;

const lines = [
  `there ip address add ${open}/24 dev cable`,
  `there nft -f - <<'END'`,
  `table inet firewall { chain input { type filter hook input priority 0; ip daddr ${blocked} tcp dport { 179, 5473 } drop; }; }`,
  'END',
  `there '${process.execPath}' -e "${listener}" &`,
  `until there grep -q ':1561 00000000:0000 0A ' /proc/net/tcp; do sleep 0.1; done`,
];

type Answers = FlowTests & { readonly asked: readonly AnsweredPeer[] };
const run = async (words: string): Promise<Answers> =>
  JSON.parse(await atTwoHosts([...lines, `${words} ${engine} 20 ${peers}`])) as Answers;
const flowOf = ({ flows }: FlowTests, key: string) => flows.find(({ flow }) => flow === key);

beforeAll(() => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
});

describe('the engine of flow tests, with packets that are real', () => {
  it('names the peer behind a rule after three strikes, for BGP and Typha, and no other', async () => {
    const tests = await run('');
    for (const key of ['bgp-IPv4', 'typha-IPv4'])
      expect(flowOf(tests, key)).toMatchObject({
        needed: 2,
        covered: 1,
        failing: [{ peer: blocked, outcome: 'filtered', proven: true }],
      });
  });

  it('answers who asks for peers with what packets showed, and says whom it does not know', async () => {
    const { asked } = await run('');
    expect(asked).toMatchObject([
      { peer: blocked, state: 'tested', blocked: ['bgp-IPv4', 'typha-IPv4'] },
      { peer: open, state: 'tested', open: ['bgp-IPv4', 'typha-IPv4'] },
      { peer: 'elsewhere', state: 'not-in-list' },
    ]);
  });

  it('tests no BGP without the right to open raw sockets, and Typha all the same', async () => {
    const tests = await run('setpriv --bounding-set=-net_raw --inh-caps=-all');
    expect(flowOf(tests, 'bgp-IPv4')).toMatchObject({ tested: 0, untested: 'no-raw-socket', failing: [] });
    expect(flowOf(tests, 'typha-IPv4')).toMatchObject({ covered: 1, failing: [{ peer: blocked }] });
  });
});

describe('agents that challenge and answer each other over VXLAN, with packets that are real', () => {
  const node = `'${process.execPath}' --import tsx '${join(import.meta.dirname, 'run-flow-node.ts')}'`;
  const all = [addresses.here[4], blocked, open];
  const ownFirst = (own: string): string => [own, ...all.filter((address) => address !== own)].join(' ');

  it('name the peer behind a rule, which is proven by its own report, and no other', async () => {
    const output = await atTwoHosts([
      'directory=$(mktemp -d)',
      `there ip address add ${open}/24 dev cable`,
      `there nft add table inet firewall`,
      `there nft 'add chain inet firewall input { type filter hook input priority 0; }'`,
      `there nft add rule inet firewall input ip daddr ${blocked} udp dport 4789 drop`,
      ...[blocked, open].flatMap((own) => [
        `there unshare --mount --pid --fork --mount-proc --kill-child ${node} $directory 0 ${ownFirst(own)} &`,
        `until grep -q answers $directory/${own}.json 2>/dev/null; do sleep 0.1; done`,
      ]),
      `${node} $directory 30 ${ownFirst(addresses.here[4])}`,
      // The other agents still write their reports there.
      'until rm -r $directory 2> /dev/null; do sleep 0.1; done',
    ]);
    const tests = JSON.parse(output) as FlowTests;
    expect(flowOf(tests, 'vxlan-IPv4')).toMatchObject({
      needed: 2,
      covered: 1,
      failing: [{ peer: blocked, outcome: 'filtered', proven: true }],
      answers: {},
    });
    // Where small packets are lost, nothing is said of large ones.
    expect(flowOf(tests, 'vxlan-IPv4-large')).toMatchObject({ blocked: 0, covered: 1, failing: [] });
  });

  // The far end of the second cable takes no more than 1400 bytes, and nobody says so. Over IPv6 veth tells the sender of it
  // (ENOBUFS), as no network does, so that a rule drops them there.
  const farEnd = ['there ip link set eth9 mtu 1400'];
  const atSize = [
    'there nft add table inet firewall',
    `there nft 'add chain inet firewall input { type filter hook input priority 0; }'`,
    `there nft 'add rule inet firewall input ip6 daddr fd00:9:5::2 udp dport 4789 meta length > 1400 drop'`,
  ];
  it.each([
    { family: 'IPv4', ...{ here: addresses.here[4], wide: open, narrow: '10.9.5.2', own: '10.9.5.1', length: '24' } },
    {
      family: 'IPv6',
      ...{ here: addresses.here[6], wide: 'fd00:9::3', narrow: 'fd00:9:5::2', own: 'fd00:9:5::1', length: '64' },
    },
  ])('name the peer to which only full-size packets are lost, over $family', async ({ family, ...at }) => {
    const peersFrom = (own: string): string =>
      [own, ...[at.here, at.wide, at.narrow].filter((address) => address !== own)].join(' ');
    const nodad = family === 'IPv6' ? 'nodad' : '';
    const output = await atTwoHosts([
      'directory=$(mktemp -d)',
      'mount -t sysfs none /sys',
      'ip link add eth9 type veth peer name eth9 netns $second',
      'ip link set eth9 mtu 1500 up; there ip link set eth9 mtu 1500 up',
      ...(family === 'IPv4' ? farEnd : atSize),
      `ip address add ${at.own}/${at.length} dev eth9 ${nodad}`,
      `there ip address add ${at.narrow}/${at.length} dev eth9 ${nodad}`,
      `there ip address add ${at.wide}/${at.length} dev cable ${nodad}`,
      `there sh -c 'for file in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 > $file; done'`,
      `for file in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 > $file; done`,
      ...[at.narrow, at.wide].flatMap((own) => [
        `there unshare --mount --pid --fork --mount-proc --kill-child ${node} $directory 0 ${peersFrom(own)} &`,
        `until grep -q answers $directory/${own}.json 2>/dev/null; do sleep 0.1; done`,
      ]),
      `${node} $directory 25 ${peersFrom(at.here)}`,
      // The others still write their reports into it.
      'until rm -r $directory 2>/dev/null; do sleep 0.1; done',
    ]);
    const tests = JSON.parse(output) as FlowTests;
    expect(flowOf(tests, `vxlan-${family}`)).toMatchObject({ needed: 2, covered: 2, failing: [] });
    expect(flowOf(tests, `vxlan-${family}-large`)).toMatchObject({
      needed: 2,
      covered: 1,
      failing: [{ peer: at.narrow, outcome: 'filtered' }],
    });
  });
});
