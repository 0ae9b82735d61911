import type { FlowOutcome } from '../../src/flows/outcome';
import { buildNative } from '../../../scripts/build/native-part';
import { addresses, agent, atTwoHosts } from './two-hosts';

interface Row {
  readonly situation: string;
  readonly port: number;
  readonly peer: keyof typeof addresses;
  /** Of nftables at the other host. */
  readonly rule?: string;
  readonly listens: boolean;
  readonly outcome: FlowOutcome;
  /** Where no ICMP message can be read, if that is another one: the kernel has one error for several. */
  readonly unread?: Partial<Record<4 | 6, FlowOutcome>>;
}

const reachable = { peer: 'there', listens: false } as const;

/** A port each, so that all can be looked at in one run. */
const rows: readonly Row[] = [
  { ...reachable, situation: 'somebody listens', port: 7001, listens: true, outcome: 'open' },
  { ...reachable, situation: 'nobody listens', port: 7002, outcome: 'refused' },
  { ...reachable, situation: 'dropped', port: 7003, rule: 'drop', listens: true, outcome: 'filtered' },
  {
    ...reachable,
    situation: 'rejected as prohibited by an administrator',
    port: 7004,
    rule: 'reject with icmpx admin-prohibited',
    listens: true,
    outcome: 'prohibited',
    unread: { 4: 'unreachable' },
  },
  {
    ...reachable,
    situation: 'rejected with port-unreachable',
    port: 7005,
    rule: 'reject with icmpx port-unreachable',
    listens: true,
    outcome: 'prohibited',
    unread: { 4: 'untested', 6: 'untested' },
  },
  // By all that can be seen, this is a port at which nobody listens.
  {
    ...reachable,
    situation: 'rejected with a reset',
    port: 7006,
    rule: 'reject with tcp reset',
    listens: true,
    outcome: 'refused',
  },
  { situation: 'an address without a route', port: 7001, peer: 'noRoute', listens: false, outcome: 'unreachable' },
  { situation: 'an address that nobody has', port: 7001, peer: 'nobody', listens: false, outcome: 'unreachable' },
];

const rules = rows.flatMap(({ rule, port }) => (rule === undefined ? [] : [`tcp dport ${String(port)} ${rule}`]));
const listening = [...new Set(rows.filter(({ listens }) => listens).map(({ port }) => port))];
const listener = listening.map((port) => `require('net').createServer().listen(${String(port)}, '::')`).join(';');
const hexadecimal = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');

const firewall = [
  "there nft -f - <<'end'",
  'table inet flows {',
  'chain input {',
  'type filter hook input priority 0; policy accept;',
  ...rules,
  '}',
  '}',
  'end',
  `there '${process.execPath}' -e "${listener}" < /dev/null > /dev/null 2>&1 &`,
  ...listening.map(
    (port) => `until there grep -q ":${hexadecimal(port)} [0:]* 0A " /proc/net/tcp6; do sleep 0.05; done`,
  ),
];

interface Flow {
  readonly peer: string;
  readonly port: number;
  readonly outcome: FlowOutcome;
  readonly method?: string;
  readonly said: string;
}

/** Ways to test, each with the words before and behind those of the agent. */
const ways = {
  connect: { before: '', flow: 'typha', behind: '' },
  'half-open': { before: '', flow: 'bgp', behind: '--bgp-password no' },
  'without CAP_NET_RAW': {
    before: 'setpriv --bounding-set=-net_raw --inh-caps=-net_raw',
    flow: 'typha',
    behind: '',
  },
} as const;
type Way = keyof typeof ways;

/** What the agent says of every row, by peer and port. */
async function tested(way: Way): Promise<ReadonlyMap<string, Flow>> {
  const { before, flow, behind } = ways[way];
  const peers = [...new Set(rows.map(({ peer }) => peer))].flatMap((peer) => [addresses[peer][4], addresses[peer][6]]);
  const ports = [...new Set(rows.map(({ port }) => `${flow}:${String(port)}`))];
  const words = `--at-once 64 --output json --to ${peers.join(',')} --flow ${ports.join(',')} ${behind}`;
  // Blocked, or not all tested.
  const output = await atTwoHosts([...firewall, `${before} ${agent} flows ${words} || test $? = 3 || test $? = 4`]);
  const { flows } = JSON.parse(output) as { readonly flows: readonly Flow[] };
  return new Map(flows.map((each) => [`${each.peer} ${String(each.port)}`, each]));
}

const seen = new Map<Way, ReadonlyMap<string, Flow>>();
beforeAll(async () => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
  // Each at hosts of its own: what takes long is waiting for silence.
  const all = ['connect', 'half-open', 'without CAP_NET_RAW'] as const;
  for (const [way, flows] of await Promise.all(all.map(async (each) => [each, await tested(each)] as const)))
    seen.set(way, flows);
}, 110_000);

const ofBothFamilies = rows.flatMap((row) => ([4, 6] as const).map((family) => ({ ...row, family })));
const seenOf = (way: Way, { family, peer, port }: (typeof ofBothFamilies)[number]): Flow | undefined =>
  seen.get(way)?.get(`${addresses[peer][family]} ${String(port)}`);

describe.each(['connect', 'half-open'] as const)('a flow that is tested by way of %s', (way) => {
  it.each(ofBothFamilies)('is $outcome where the rules make it so: IPv$family, $situation', (row) => {
    expect(seenOf(way, row)).toMatchObject({ outcome: row.outcome, method: way });
  });
});

describe('a flow that is tested without CAP_NET_RAW', () => {
  it.each(ofBothFamilies)('comes to what the rules make of it, or to less: IPv$family, $situation', (row) => {
    const outcome = row.unread?.[row.family] ?? row.outcome;
    expect(seenOf('without CAP_NET_RAW', row)).toMatchObject({ outcome });
  });
});
