import type { DeviceHolder } from '../../derived/tunnel-port-use';
import { vxlanPortHolder, wireguardPortHolder } from '../../derived/tunnel-port-use';
import type { Fact } from '../../model/fact';
import type { TunnelDevices } from '../../model/host-network';
import { msg } from '../../model/message';
import type { Judgement } from '../../model/requirement';
import { calicoRelease } from '../calico-releases';
import type { DevicesOfPort } from './port-requirement';

/** A report has room for a few words. */
const longestList = 6;

/** The VXLAN devices of the node, where the socket of the VXLAN port is the kernel's. */
export const vxlanDevices: DevicesOfPort = {
  reasons: {
    DeviceHoldsPort: {
      title: msg('Another VXLAN device has the VXLAN port for itself'),
      remedy: msg(
        'Remove the other device with the program that made it, as Open vSwitch, or give Calico another vxlanPort.',
      ),
    },
    NetworkPluginHoldsPort: {
      title: msg('The VXLAN device of the current network plug-in holds the port'),
      remedy: msg('The device goes away with the migration to Calico. If it is still there then, reboot the node.'),
    },
    DeviceMayHoldPort: {
      title: msg('Another VXLAN device may have the VXLAN port for itself'),
      remedy: msg(
        'See them with ip -d link show type vxlan. An external device on this port keeps Calico’s away; a plain one with another id shares it.',
      ),
    },
    DeviceUnknown: { title: msg('Cannot determine whose socket holds the VXLAN port') },
  },
  consults: ['tunnelDevices', 'ipv6Enabled', 'operatingSystem'],
  judge: (facts, { ports, dataplane, calicoVersion }, { observed, bound }) => {
    // Without the devices nothing is added to what the sockets say.
    if (!bound && facts.tunnelDevices.status === 'unavailable') return undefined;
    const alone = dataplane === 'BPF' && calicoRelease(calicoVersion).ebpfVxlanFlowBased;
    const holder = vxlanPortHolder(facts, { port: ports.vxlan, alone });
    return judgement(holder, withNames(observed, facts.tunnelDevices, 'vxlan'));
  },
};

/** The WireGuard devices of the node, where the socket of its port is the kernel's. */
export const wireguardDevices: DevicesOfPort = {
  reasons: {
    DeviceMayHoldPort: {
      title: msg('A WireGuard device that is not Calico’s by its name holds the port'),
      remedy: msg('Give the other device another ListenPort, or Calico another wireguardListeningPort.'),
    },
    DeviceUnknown: { title: msg('Cannot determine whose socket holds the WireGuard port') },
  },
  consults: ['tunnelDevices'],
  judge: (facts, _profile, { observed, bound }) =>
    bound ? judgement(wireguardPortHolder(facts), withNames(observed, facts.tunnelDevices, 'wireguard')) : undefined,
};

function judgement(holder: DeviceHolder, observed: string): Judgement | undefined {
  switch (holder) {
    case 'calico':
      return undefined;
    case 'taken':
      return { outcome: 'unmet', reason: 'DeviceHoldsPort', observed };
    case 'network-plugin':
      return { outcome: 'caution', reason: 'NetworkPluginHoldsPort', observed };
    case 'maybe':
      return { outcome: 'caution', reason: 'DeviceMayHoldPort', observed };
    case 'undecided':
      return { outcome: 'undetermined', reason: 'DeviceUnknown', observed };
    default:
      return holder satisfies never;
  }
}

function withNames(observed: string, devices: Fact<TunnelDevices>, kind: keyof TunnelDevices): string {
  const names = devices.status === 'observed' ? devices.value[kind] : [];
  return names.length === 0 ? observed : `${observed}; devices: ${names.slice(0, longestList).join(', ')}`;
}
