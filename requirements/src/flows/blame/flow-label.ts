import type { CalicoPorts } from '../../model/profile-values';
import type { FlowKey } from '../../model/traffic/flow';
import { flowOf } from '../../model/traffic/flow';

/** A flow as firewalls call it, e.g. `UDP 4789`. */
export function flowLabel(key: FlowKey, ports: CalicoPorts): string {
  const { protocol, family } = flowOf(key);
  const six = family === 'IPv6' ? ' (IPv6)' : '';
  switch (protocol) {
    case 'bgp':
      return `TCP ${String(ports.bgp)}${six}`;
    case 'ipip':
      return 'IP protocol 4';
    case 'vxlan':
      return `UDP ${String(ports.vxlan)}${six}`;
    case 'typha':
      return `TCP ${String(ports.typha)}${six}`;
    case 'wireguard':
      return `UDP ${String(family === 'IPv4' ? ports.wireguard : ports.wireguardV6)}${six}`;
    default:
      return protocol satisfies never;
  }
}
