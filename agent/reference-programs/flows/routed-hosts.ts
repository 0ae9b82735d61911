import type { ChallengeRow, Way } from './challenge-rows';

const networks = { router: 2, narrow: 3, mute: 4 } as const;
const families = ['4', '6'] as const;

/** The addresses of the first host. */
export const hereAddresses = ['10.9.0.1', 'fd00:9::1', '10.10.1.1', 'fd00:10:1::1'];

/** The address of a row at the other host, by its number. */
export const rowAddress = (way: Way, number: number, family: 4 | 6): string => {
  const host = String(20 + number);
  if (family === 4) return `10.9.${way === 'cable' ? '0' : '3'}.${host}`;
  return `fd00:9:${way === 'cable' ? '' : '3:'}:${host}`;
};

const link = (name: string, network: number, one: string, other: string, [mtu, otherMtu] = [1500, 1500]): string[] => [
  `${one} ip link set ${name} mtu ${String(mtu)} up; ${other} ip link set ${name} mtu ${String(otherMtu)} up`,
  ...[one, other].flatMap((host, index) => [
    `${host} ip -4 address add 10.10.${String(network)}.${String(index + 1)}/24 dev ${name}`,
    `${host} ip -6 address add fd00:10:${String(network)}::${String(index + 1)}/64 dev ${name} nodad`,
  ]),
];

/** A router between the two hosts of `atTwoHosts`, and the addresses of all rows. */
export const routedHosts = (rows: readonly ChallengeRow[]): readonly string[] => [
  'unshare --net sleep 300 & third=$!',
  'until [ "$(readlink /proc/$third/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done',
  'router() { nsenter --target $third --net "$@"; }',
  'here() { "$@"; }',
  'here ip link add first type veth peer name first netns $third',
  ...Object.keys(networks).map((name) => `router ip link add ${name} type veth peer name ${name} netns $second`),
  'router ip link set lo up',
  ...link('first', 1, 'here', 'router'),
  ...link('router', networks.router, 'router', 'there'),
  ...link('narrow', networks.narrow, 'router', 'there', [1400, 1400]),
  ...link('mute', networks.mute, 'router', 'there', [1500, 1400]),
  'router sh -c "echo 1 > /proc/sys/net/ipv4/ip_forward; echo 1 > /proc/sys/net/ipv6/conf/all/forwarding"',
  'router sh -c "echo 0 > /proc/sys/net/ipv4/icmp_ratelimit; echo 0 > /proc/sys/net/ipv6/icmp/ratelimit"',
  // Packets come in by one network and are answered by another one.
  `there sh -c 'for file in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 > $file; done'`,
  'ip -4 route add 10.9.3.0/24 via 10.10.1.2; ip -6 route add fd00:9:3::/64 via fd00:10:1::2',
  'there ip -4 route add 10.10.1.0/24 via 10.10.2.1; there ip -6 route add fd00:10:1::/64 via fd00:10:2::1',
  ...rows.flatMap(({ way }, number) => families.flatMap((family) => addressOfRow(way, number, family))),
];

function addressOfRow(way: Way, number: number, family: '4' | '6'): readonly string[] {
  const address = rowAddress(way, number, family === '4' ? 4 : 6);
  const length = family === '4' ? '32' : '128';
  if (way === 'cable')
    return [`there ip -${family} address add ${address}/${length} dev cable${family === '6' ? ' nodad' : ''}`];
  const network = String(networks[way]);
  const gateway = family === '4' ? `10.10.${network}.2` : `fd00:10:${network}::2`;
  return [
    `there ip -${family} address add ${address}/${length} dev lo`,
    `router ip -${family} route add ${address}/${length} via ${gateway}`,
  ];
}

const chains = {
  input: 'type filter hook input priority 0',
  output: 'type filter hook output priority 0',
  forward: 'type filter hook forward priority 0',
  nat: 'type nat hook postrouting priority 100',
} as const;

/** The rules of all rows, each for the packets of its own address alone. */
export function firewalls(rows: readonly ChallengeRow[]): readonly string[] {
  return (['here', 'router', 'there'] as const).flatMap((host) => [
    `${host} nft -f - <<'end'`,
    'table inet flows {',
    ...Object.entries(chains).flatMap(([hook, head]) => [
      `chain ${hook} {`,
      head,
      ...rows.flatMap(({ way, rules }, number) =>
        rules
          .filter((rule) => rule.at === host && rule.hook === hook)
          .flatMap(({ direction, rule }) =>
            families.map((family) => {
              const ip = family === '4' ? 'ip' : 'ip6';
              const address = rowAddress(way, number, family === '4' ? 4 : 6);
              return `${ip} ${direction === 'there' ? 'daddr' : 'saddr'} ${address} meta l4proto { 4, 17 } ${rule}`;
            }),
          ),
      ),
      '}',
    ]),
    '}',
    'end',
  ]);
}
