import type { Fact } from '../model/fact';
import type { HostFacts } from '../model/host-facts';
import type { Listener, TunnelDevices } from '../model/host-network';
import { openshiftPlatform } from './openshift-platform';
import type { ComponentPort } from './port-use';
import { holderOf, listenersOn } from './port-use';

/**
 * Whose device holds a UDP port for which no process was found.
 *
 * - `calico`: one of Calico's, or one that shares the port with it
 * - `network-plugin`: that of the network plug-in that an OpenShift cluster has now
 * - `taken`: another device has it for itself, so that Calico's gets it not
 * - `maybe`: another device is there, and files do not tell whether it lets Calico's in
 * - `undecided`: no device of the kind is seen, or what decides is not
 */
export type DeviceHolder = 'calico' | 'network-plugin' | 'taken' | 'maybe' | 'undecided';

const calicoVxlan = ['vxlan.calico', 'vxlan-v6.calico'];
const calicoWireguard = ['wireguard.cali', 'wg-v6.cali'];

/**
 * Whose VXLAN device holds the port. The kernel lets devices of one kind share a socket. A flow-based device (`external`
 * of ip-link(8)) shares with none of the plain ones, of which Calico's is one, and the loser gets "Address already in use"
 * (vxlan_find_sock in drivers/net/vxlan/vxlan_core.c). No file says which kind a device is; but a flow-based one
 * opens a socket for IPv4 and one for IPv6 where the kernel has IPv6, and a plain one either (vxlan_sock_add there).
 * `alone` says that Calico's own device is flow-based: it shares with no plain one, and beside a second flow-based one of
 * the port, up or not, it cannot even be made.
 */
export function vxlanPortHolder(
  facts: Pick<HostFacts, 'listeners' | 'tunnelDevices' | 'ipv6Enabled' | 'operatingSystem'>,
  { port, alone }: { readonly port: number; readonly alone: boolean },
): DeviceHolder {
  if (facts.tunnelDevices.status === 'unavailable') return 'undecided';
  const { vxlan } = facts.tunnelDevices.value;
  const calico = vxlan.some((name) => calicoVxlan.includes(name));
  const sockets = kernelSockets(facts.listeners, { protocol: 'udp', port });
  const both = sockets.some(isIpv6) && !sockets.every(isIpv6);
  if (vxlan.includes(`vxlan_sys_${String(port)}`) && (sockets.length > 0 || alone))
    return openVswitchHolder(facts, both ? 'both' : alone ? 'alone' : 'one', calico);
  if (calico || sockets.length === 0) return 'calico';
  if (vxlan.length === 0) return 'undecided';
  return both || alone ? 'maybe' : plainWhereIpv6(facts.ipv6Enabled);
}

/** Open vSwitch makes flow-based devices only (lib/dpif-netlink-rtnl.c); one that has not both sockets is not up. */
function openVswitchHolder(
  { ipv6Enabled, operatingSystem }: Pick<HostFacts, 'ipv6Enabled' | 'operatingSystem'>,
  sockets: 'both' | 'alone' | 'one',
  calico: boolean,
): DeviceHolder {
  const shared = sockets === 'one' ? plainWhereIpv6(ipv6Enabled) : 'maybe';
  if (shared !== 'maybe') return shared;
  if (operatingSystem.status === 'unavailable') return 'undecided';
  const platform = openshiftPlatform(operatingSystem);
  if (platform === 'openshift') return 'network-plugin';
  return sockets === 'both' && platform === 'other' && !calico ? 'taken' : 'maybe';
}

/** One socket only: where the kernel has IPv6 it is a plain device's, which shares. */
function plainWhereIpv6(ipv6Enabled: Fact<boolean>): DeviceHolder {
  if (ipv6Enabled.status === 'unavailable') return 'undecided';
  return ipv6Enabled.value ? 'calico' : 'maybe';
}

/** Whose WireGuard device holds one of the ports. WireGuard's sockets are shared by none; the name of Calico's can be configured. */
export function wireguardPortHolder({ tunnelDevices }: { readonly tunnelDevices: Fact<TunnelDevices> }): DeviceHolder {
  if (tunnelDevices.status === 'unavailable' || tunnelDevices.value.wireguard.length === 0) return 'undecided';
  return tunnelDevices.value.wireguard.some((name) => calicoWireguard.includes(name)) ? 'calico' : 'maybe';
}

const kernelSockets = (listeners: Fact<readonly Listener[]>, port: ComponentPort): readonly Listener[] =>
  listenersOn(listeners, [port]).filter((listener) => holderOf(listener) === 'kernel');

const isIpv6 = ({ address }: Listener): boolean => address.includes(':');
