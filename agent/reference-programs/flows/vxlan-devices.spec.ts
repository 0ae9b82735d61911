import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildNative } from '../../../scripts/build/native-part';
import { startAnswering, stopAnswering } from './answering-host';
import { partsOf } from './birds';
import { addresses, agent, atTwoHosts } from './two-hosts';

const { here, there } = addresses;
const datagrams = 1500;
const count = `'${process.execPath}' '${join(import.meta.dirname, 'count-datagrams.mjs')}'`;
/** The network identifier of the challenges themselves, which a device takes that nobody should have. */
const ours = 0xca_f1_05;

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-vxlan-'));
const key = join(directory, 'key');
const received = join(directory, 'received');

/** A device at both hosts for each situation; `external` ones hold their port alone, so that it is another one. */
const devices = [
  { name: 'calico', id: '4096', port: 4789, network: '10.20.1' },
  { name: 'same', id: String(ours), port: 4789, network: '10.20.2' },
  { name: 'flow', id: undefined, port: 4790, network: '10.20.3' },
] as const;

const hosts = [
  { run: '', own: here[4], other: there[4], number: 1, away: 2 },
  { run: 'there ', own: there[4], other: here[4], number: 2, away: 1 },
];

const mac = (number: number): string => `02:00:00:00:00:0${String(number)}`;

const quietDevices = (run: string): string => `${run}sh -c 'echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6'`;

const making = hosts.flatMap(({ run, own, other, number, away }) =>
  devices.flatMap(({ name, id, port, network }) => [
    id === undefined
      ? `${run}ip link add ${name} address ${mac(number)} type vxlan external dstport ${String(port)}`
      : `${run}ip link add ${name} address ${mac(number)} type vxlan id ${id} dstport ${String(port)} local ${own} remote ${other} nolearning`,
    `${run}ip address add ${network}.${String(number)}/24 dev ${name}; ${run}ip link set ${name} up`,
    `${run}ip neighbour replace ${network}.${String(away)} lladdr ${mac(away)} dev ${name}`,
    ...(id === undefined
      ? [`${run}ip route add ${network}.${String(away)}/32 encap ip id 77 dst ${other} dev ${name}`]
      : []),
  ]),
);

interface Statistics {
  readonly rx: { readonly packets: number; readonly errors: number };
  readonly tx: { readonly packets: number };
}

const statisticsOf = (name: string): Statistics => {
  const [link] = JSON.parse(parts[`statistics-${name}`] ?? '') as readonly { readonly stats64: Statistics }[];
  if (link === undefined) throw new Error(`no device ${name}`);
  return link.stats64;
};

let parts: Readonly<Record<string, string>>;

beforeAll(async () => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
  writeFileSync(key, 'key'.repeat(32));
  const challenged = `--key-file ${key} --flow vxlan,vxlan:4790`;
  const output = await atTwoHosts([
    // What a device says by itself would be counted as well.
    ...hosts.map(({ run }) => quietDevices(run)),
    ...making,
    ...startAnswering(`--from ${here[4]} ${challenged}`, received, 3),
    ...devices.map(
      ({ network, name }) =>
        `nsenter --target $second --net ${count} receive ${network}.2 > ${received}-${name} & counting_${name}=$!`,
    ),
    `until test "$(there ss --udp --no-header --listening --numeric | grep -c ':7777 ')" = 3; do sleep 0.1; done`,
    ...devices.map(({ network, name }) => `${count} send ${network}.2 ${String(datagrams)} & sending_${name}=$!`),
    // Meanwhile, from both ends, small and large, again and again.
    `for time in 1 2; do echo @flows; ${agent} flows --to ${there[4]} --answering --packet-size 1500 --output json ${challenged}; done`,
    ...devices.map(({ name }) => `wait $sending_${name}`),
    'sleep 0.3',
    ...devices.map(({ name }) => `kill -TERM $counting_${name}; wait $counting_${name}`),
    stopAnswering,
    ...devices.map(({ name }) => `echo @statistics-${name}; there ip -s -j link show ${name}`),
    `echo @answers; cat ${received}`,
    ...devices.map(({ name }) => `echo @${name}; cat ${received}-${name}`),
  ]);
  parts = partsOf(output);
}, 110_000);

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('VXLAN devices at both hosts', () => {
  it('leave challenges and answers through, whatever the device takes', () => {
    const { flows } = JSON.parse(parts['flows'] ?? '') as { readonly flows: readonly { readonly outcome: string }[] };
    expect(flows.map(({ outcome }) => outcome)).toEqual(['open', 'open', 'open', 'open']);
  });

  it.each(devices)('lose nothing of what they carry while a responder is open: $name', ({ name }) => {
    expect(parts[name]).toBe(`${String(datagrams)}\n`);
  });

  it('send nothing because of a challenge, and see it only where its network is theirs', () => {
    const { answered } = JSON.parse(parts['answers'] ?? '') as {
      readonly answered: readonly { readonly challenges: number }[];
    };
    const [calico, same, flow] = [statisticsOf('calico'), statisticsOf('same'), statisticsOf('flow')];
    const { challenges = 0 } = answered[0] ?? {};
    expect(challenges).toBeGreaterThanOrEqual(8);
    expect(calico.rx.packets).toBe(datagrams);
    expect(same.rx.packets + flow.rx.packets).toBe(2 * datagrams + challenges);
    for (const { rx, tx } of [calico, same, flow]) expect([rx.errors, tx.packets]).toEqual([0, 0]);
  });
});
