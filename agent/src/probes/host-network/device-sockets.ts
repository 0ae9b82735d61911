import type { HostFiles } from '../../host/host-files';
import { parseProcNetIgmp } from '../../parsers/proc/proc-net-igmp';
import { readParsed } from '../read-parsed';
import type { BoundSocket } from './socket-tables';

/** A few lines for each device; a node has some for every pod. */
const longestTable = 8 * 1024 * 1024;

/**
 * The devices whose own socket is on that port and address, as `udp 4789 0.0.0.0`. A plain VXLAN device opens one socket of its
 * family, a flow-based one as Open vSwitch's and a WireGuard device one of each (vxlan_sock_add in
 * drivers/net/vxlan/vxlan_core.c, wg_socket_init in drivers/net/wireguard/socket.c). Only names that one program gives,
 * and its default ports: which port another device has is in no file.
 */
const devicesByPlace: ReadonlyMap<string, readonly string[]> = new Map([
  ['udp 4789 0.0.0.0', ['vxlan.calico', 'vxlan_sys_4789']],
  ['udp 4789 ::', ['vxlan-v6.calico', 'vxlan_sys_4789']],
  ['udp 51820 0.0.0.0', ['wireguard.cali']],
  ['udp 51820 ::', ['wireguard.cali']],
  ['udp 51821 0.0.0.0', ['wg-v6.cali']],
  ['udp 51821 ::', ['wg-v6.cali']],
]);

/**
 * The sockets for which a process may have to be looked for: all but those that a device of the kernel explains. A device
 * explains the only socket of its port and address while it is up, since it could not be opened without that socket
 * (`ip link set vxlan.calico up` beside a process on its port: "Address already in use"). `directory` has the tables.
 */
export async function withoutDeviceSockets(
  files: HostFiles,
  directory: string,
  sockets: readonly BoundSocket[],
): Promise<readonly BoundSocket[]> {
  const places = sockets.map(placeOf);
  if (!places.some((place) => devicesByPlace.has(place))) return sockets;
  const up = await readParsed(files, `${directory}/igmp`, parseProcNetIgmp, longestTable);
  if (up.status === 'unavailable') return sockets;
  const explained = (place: string): boolean =>
    devicesByPlace.get(place)?.some((name) => up.value.has(name)) === true &&
    places.filter((other) => other === place).length === 1;
  return sockets.filter((_socket, index) => !explained(places[index] ?? ''));
}

const placeOf = ({ protocol, port, address }: BoundSocket): string => `${protocol} ${String(port)} ${address}`;
