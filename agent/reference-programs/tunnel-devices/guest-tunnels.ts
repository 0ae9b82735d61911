import { own } from './two-guest-hosts';
import { rowAddress } from './tunnel-rows';

/** A device at both hosts, under Calico's name, and the addresses that its traffic goes between. */
export const tunnels = [
  { name: 'tunl0', here: '10.20.1.1', there: '10.20.1.2' },
  { name: 'vxlan.calico', here: '10.20.2.1', there: '10.20.2.2' },
  { name: 'vxlan-v6.calico', here: '10.20.4.1', there: '10.20.4.2' },
  { name: 'wireguard.cali', here: '10.20.3.1', there: '10.20.3.2' },
  { name: 'wg-v6.cali', here: 'fd00:20::1', there: 'fd00:20::2' },
] as const;

const hosts = [
  { run: 'here', other: 'there', underlay: own, away: { 4: rowAddress(0, 4), 6: rowAddress(0, 6) } },
  { run: 'there', other: 'here', underlay: { 4: rowAddress(0, 4), 6: rowAddress(0, 6) }, away: own },
] as const;

const mac = (host: 'here' | 'there'): string => `02:00:00:00:00:0${host === 'here' ? '1' : '2'}`;
const isIpv6 = (address: string): boolean => address.includes(':');

/** As BIRD or Felix does: packets for the other end's pods are sent into the device that the module itself makes, to the node's address. */
const ipip = ({ run, other, away }: (typeof hosts)[number]): readonly string[] => [
  `${run} ip route add ${tunnels[0][other]}/32 via ${away[4]} dev tunl0 onlink`,
];

/** As Felix does: no learning, and neighbours that are told; a device for each family of the network below. */
const vxlan = ({ run, other, away }: (typeof hosts)[number]): readonly string[] =>
  ([1, 2] as const).flatMap((index) => {
    const { name, [other]: address, [run]: own } = tunnels[index];
    return [
      `${run} ip neighbour replace ${address} lladdr ${mac(other)} dev ${name}`,
      `${run} bridge fdb replace ${mac(other)} dev ${name} dst ${away[index === 1 ? 4 : 6]}`,
      `${run} ip route replace ${address}/32 dev ${name} src ${own}`,
    ];
  });

/** One device for each family, each with one key and port of its own. */
const wireguard = ({ run, other, away }: (typeof hosts)[number]): readonly string[] =>
  ([3, 4] as const).flatMap((index) => {
    const { name, [other]: address } = tunnels[index];
    const [endpoint, port] = index === 3 ? [away[4], 51_820] : [`[${away[6]}]`, 51_821];
    return [
      `${run} wg set ${name} listen-port ${String(port)} private-key /keys/${name}-${run} peer "$(wg pubkey < /keys/${name}-${other})" allowed-ips ${address}/${isIpv6(address) ? '128' : '32'} endpoint ${endpoint}:${String(port)}`,
      `${run} ip route add ${address} dev ${name}`,
    ];
  });

/** Lines of the guest's shell that make Calico's devices at both hosts, but for their being up. */
export const makeTunnels: readonly string[] = [
  'modprobe -a ipip vxlan wireguard',
  'mkdir -p /keys; umask 077',
  ...tunnels.slice(3).flatMap(({ name }) => hosts.map(({ run }) => `wg genkey > /keys/${name}-${run}`)),
  // Beside the device for all, one for the address of a row.
  `there ip link add ipip.own type ipip local ${rowAddress(1, 4)} remote any`,
  ...hosts.flatMap(({ run, underlay }) => [
    ...([4, 6] as const).map(
      (family) =>
        `${run} ip link add ${tunnels[family === 4 ? 1 : 2].name} address ${mac(run)} type vxlan id 4096 dstport 4789 dev cable local ${underlay[family]} nolearning`,
    ),
    `${run} ip link add wireguard.cali type wireguard`,
    `${run} ip link add wg-v6.cali type wireguard`,
    ...tunnels.map(
      ({ name, [run]: address }) =>
        `${run} ip address add ${address}/${isIpv6(address) ? '128' : '32'} dev ${name} ${isIpv6(address) ? 'nodad' : ''}`,
    ),
  ]),
];

const allDevices: Readonly<Record<'here' | 'there', readonly string[]>> = {
  here: tunnels.map(({ name }) => name),
  there: [...tunnels.map(({ name }) => name), 'ipip.own'],
};

/** Brings them up, with where their traffic goes, or down again. */
export const switchTunnels = (to: 'up' | 'down'): readonly string[] => [
  ...(['here', 'there'] as const).flatMap((host) =>
    allDevices[host].map((name) => `${host} ip link set ${name} ${to}`),
  ),
  ...(to === 'up' ? hosts.flatMap((host) => [...ipip(host), ...vxlan(host), ...wireguard(host)]) : []),
];
