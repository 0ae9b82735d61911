import type { FlowOutcome } from '../../src/flows/outcome';

/** The flows between nodes, by the names of the command line. */
export const zoneFlows = ['bgp', 'typha', 'vxlan', 'ipip', 'wireguard'] as const;
export type ZoneFlow = (typeof zoneFlows)[number];

/** A zone of firewalld, and what it makes of each flow that comes in from a cable in it. */
export interface ZoneRow {
  readonly situation: string;
  readonly zone: string;
  /** A zone's file (firewalld.zone(5)) without its interface; left out for one that firewalld brings along. */
  readonly target?: 'ACCEPT';
  readonly rules?: readonly string[];
  /** Words of `firewall-cmd --permanent --zone=…`, after which it reloads. */
  readonly added?: readonly string[];
  readonly outcomes: Readonly<Record<ZoneFlow, FlowOutcome>>;
  /** Of WireGuard over IPv6, which has a port of its own, where that is another one. */
  readonly wireguardV6?: FlowOutcome;
  /** In what ICMP says of what is prohibited. */
  readonly said?: string;
}

const every = (outcome: FlowOutcome): Readonly<Record<ZoneFlow, FlowOutcome>> => ({
  ...{ bgp: outcome, typha: outcome, vxlan: outcome, ipip: outcome, wireguard: outcome },
});
const port = (number: number, protocol: string, action: string): string =>
  `<rule><port port="${String(number)}" protocol="${protocol}"/>${action}</rule>`;
const rejected = (family: string, type: string, number: number, protocol: string): string =>
  `<rule family="${family}"><port port="${String(number)}" protocol="${protocol}"/><reject type="${type}"/></rule>`;

export const zoneRows: readonly ZoneRow[] = [
  {
    situation: 'public, with nothing opened',
    zone: 'public',
    outcomes: every('prohibited'),
    said: 'admin-prohibited',
  },
  { situation: 'drop', zone: 'drop', outcomes: every('filtered') },
  { situation: 'block', zone: 'block', outcomes: every('prohibited'), said: 'admin-prohibited' },
  { situation: 'trusted', zone: 'trusted', outcomes: every('open') },
  {
    situation: 'internal, with every port and the protocol opened',
    zone: 'internal',
    added: [
      ['179/tcp', '5473/tcp', '4789/udp', '51820/udp', '51821/udp'].map((each) => `--add-port=${each}`).join(' '),
      '--add-protocol=4',
    ],
    outcomes: every('open'),
  },
  // firewalld has no service for VXLAN, Typha or IP-in-IP, and that for WireGuard is of one port.
  {
    situation: 'work, with the services that firewalld knows',
    zone: 'work',
    added: ['--add-service=bgp', '--add-service=wireguard'],
    outcomes: { ...every('prohibited'), bgp: 'open', wireguard: 'open' },
    wireguardV6: 'prohibited',
    said: 'admin-prohibited',
  },
  {
    situation: 'rich rules that reject in a zone that accepts',
    zone: 'rejecting',
    target: 'ACCEPT',
    rules: [
      port(179, 'tcp', '<reject/>'),
      ...rejectedInBoth(['icmp-port-unreachable', 'icmp6-port-unreachable'], 5473, 'tcp'),
      ...rejectedInBoth(['icmp-host-prohibited', 'icmp6-adm-prohibited'], 4789, 'udp'),
      '<rule family="ipv4"><protocol value="4"/><reject type="icmp-admin-prohibited"/></rule>',
    ],
    outcomes: { ...every('prohibited'), wireguard: 'open' },
  },
  // A rich rule that names no type rejects with port-unreachable, as a kernel without a tunnel does.
  {
    situation: 'rich rules that look like a host at which nobody listens',
    zone: 'quiet',
    target: 'ACCEPT',
    rules: [
      ...rejectedInBoth(['tcp-reset', 'tcp-reset'], 179, 'tcp'),
      port(5473, 'tcp', '<drop/>'),
      port(4789, 'udp', '<reject/>'),
      '<rule><protocol value="4"/><reject/></rule>',
    ],
    outcomes: { bgp: 'refused', typha: 'filtered', vxlan: 'filtered', ipip: 'filtered', wireguard: 'open' },
  },
];

function rejectedInBoth(types: readonly [string, string], number: number, protocol: string): readonly string[] {
  return types.map((type, index) => rejected(index === 0 ? 'ipv4' : 'ipv6', type, number, protocol));
}

/** The device of a row at the host with firewalld, and its addresses there and at the host that tests. */
export const cableOf = (number: number): string => `cable${String(number + 1)}`;
export const cableAddress = (number: number, host: 'here' | 'there', family: 4 | 6): string =>
  family === 4
    ? `10.9.${String(number + 1)}.${host === 'here' ? '1' : '2'}`
    : `fd00:9:${String(number + 1)}::${host === 'here' ? '1' : '2'}`;
