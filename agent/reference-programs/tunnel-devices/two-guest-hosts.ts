import { rowAddress, tunnelRows } from './tunnel-rows';

/** The address from which this host tests. */
export const own = { 4: '10.9.0.1', 6: 'fd00:9::1' } as const;
const families = [4, 6] as const;

/** Rules of a host; those that match no packet of a row are not there. */
const rulesOf = (host: 'here' | 'there'): readonly string[] =>
  tunnelRows.flatMap(({ rule }, number) =>
    rule?.at === host
      ? families.map((family) => {
          const ip = family === 4 ? 'ip' : 'ip6';
          const side = rule.direction === 'there' ? 'daddr' : 'saddr';
          return `${ip} ${side} ${rowAddress(number, family)} meta l4proto { 4, 17 } ${rule.rule}`;
        })
      : [],
  );

const firewall = (host: 'here' | 'there'): readonly string[] => [
  `${host} nft -f - <<'end'`,
  'table inet flows {',
  'chain input {',
  'type filter hook input priority 0;',
  ...rulesOf(host),
  '}',
  '}',
  'end',
];

/**
 * Lines of the guest's shell: two hosts on one cable. The first is the guest's own network, by whose first process the
 * agent knows that it is the host's; the second is a namespace, where the agent has to be the first of its own.
 */
export const twoGuestHosts: readonly string[] = [
  'mkdir -p /run/netns',
  'ip netns add there',
  'here() { "$@"; }',
  'there() { ip netns exec there "$@"; }',
  'ip link set lo up; there ip link set lo up',
  // What a device says by itself would be counted as well.
  ...['here', 'there'].map((host) => `${host} sh -c 'echo 0 > /proc/sys/net/ipv6/conf/default/router_solicitations'`),
  'ip link add cable type veth peer name cable netns there',
  `ip -4 address add ${own[4]}/24 dev cable; ip -6 address add ${own[6]}/64 dev cable nodad`,
  ...tunnelRows.flatMap((_row, number) => [
    `there ip -4 address add ${rowAddress(number, 4)}/24 dev cable`,
    `there ip -6 address add ${rowAddress(number, 6)}/64 dev cable nodad`,
  ]),
  'ip link set cable up; there ip link set cable up',
  // A kernel says little of what it refuses; a host that says nothing would be one that drops.
  `there sh -c 'echo 0 > /proc/sys/net/ipv4/icmp_ratelimit; echo 0 > /proc/sys/net/ipv6/icmp/ratelimit'`,
  ...firewall('here'),
  ...firewall('there'),
];
