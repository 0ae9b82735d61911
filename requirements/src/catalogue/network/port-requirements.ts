import { msg } from '../../model/message';
import { when, withVxlan, withWireguard } from '../applicability';
import { documentation } from '../documentation';
import { beyond, quotes, quoting } from '../quotes';
import { withBgp } from './bgp-applicability';
import { bgpSessionReasons } from './flow-reasons';
import { portRequirement } from './port-requirement';
import { vxlanDevices, wireguardDevices } from './tunnel-devices';

export const bgpPortOpen = portRequirement({
  id: 'bgp-port-open',
  use: 'BGP',
  protocol: 'bgp',
  ports: ({ ports }) => [{ protocol: 'tcp', port: ports.bgp }],
  origin: quoting('Calico networking (BGP) All Bidirectional TCP 179', quotes.ensureTraffic),
  title: msg('The BGP port is open between nodes'),
  failureTitle: msg('The BGP port is not open between nodes'),
  shortTitle: msg('BGP port'),
  rationale: msg('The nodes tell each other the routes to their pods over BGP.'),
  needed: msg('TCP 179 in both directions; refused before installation'),
  appliesTo: withBgp,
  reasons: bgpSessionReasons,
  links: documentation.requirements,
  verifyCommand: "ss --listening --tcp --numeric --processes 'sport = :179'",
});

export const vxlanPortOpen = portRequirement({
  id: 'vxlan-port-open',
  use: 'VXLAN',
  protocol: 'vxlan',
  ports: ({ ports }) => [{ protocol: 'udp', port: ports.vxlan }],
  origin: quoting('Calico networking with VXLAN enabled All Bidirectional UDP 4789', quotes.ensureTraffic),
  title: msg('The VXLAN port is open between nodes'),
  failureTitle: msg('The VXLAN port is not open between nodes'),
  shortTitle: msg('VXLAN port'),
  rationale: msg('Traffic between pods on different nodes travels in VXLAN packets.'),
  needed: msg('UDP 4789 in both directions'),
  appliesTo: withVxlan,
  links: documentation.encapsulation,
  verifyCommand: "ss --listening --udp --numeric --processes 'sport = :4789'",
  devices: vxlanDevices,
});

export const typhaPortOpen = portRequirement({
  id: 'typha-port-open',
  use: 'Typha',
  protocol: 'typha',
  ports: ({ ports }) => [{ protocol: 'tcp', port: ports.typha }],
  origin: quoting('Typha access Typha agent hosts Incoming TCP 5473 (default)', quotes.ensureTraffic),
  title: msg('The Typha port is open to nodes'),
  failureTitle: msg('The Typha port is not open to nodes'),
  shortTitle: msg('Typha port'),
  rationale: msg('Felix on every node gets its configuration and policy from Typha.'),
  needed: msg('TCP 5473 (default) to the hosts where Typha runs'),
  appliesTo: when((profile) => profile.typha, msg('Typha is not used')),
  links: documentation.requirements,
  verifyCommand: "ss --listening --tcp --numeric --processes 'sport = :5473'",
});

export const wireguardPortOpen = portRequirement({
  id: 'wireguard-port-open',
  use: 'WireGuard',
  protocol: 'wireguard',
  ports: ({ ipFamilies, ports }) =>
    ipFamilies.map((family) => ({ protocol: 'udp', port: family === 'IPv4' ? ports.wireguard : ports.wireguardV6 })),
  origin: beyond(
    msg("Calico's port list for Kubernetes has it: encrypted traffic between nodes travels in these UDP packets."),
  ),
  title: msg('The WireGuard port is open between nodes'),
  failureTitle: msg('The WireGuard port is not open between nodes'),
  shortTitle: msg('WireGuard port'),
  rationale: msg('Encrypted traffic between nodes travels in UDP packets to this port.'),
  needed: msg('UDP 51820, for IPv6 UDP 51821, in both directions'),
  appliesTo: withWireguard,
  links: documentation.wireguard,
  verifyCommand: "ss --listening --udp --numeric --processes '( sport = :51820 or sport = :51821 )'",
  devices: wireguardDevices,
});
