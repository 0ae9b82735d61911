import { zoneFlows, zoneRows } from '../../agent/reference-programs/firewalld/zone-rows';

/** The section on what the tests of flows were tried with. */
export const held = `## What this was held against

| what | where |
|---|---|
| rules of nftables at both ends and on a router that accept, drop, reject or translate, also only large packets | network namespaces |
| two BIRDs with graceful restart, and one with a password | network namespaces |
| VXLAN devices of another network, of the same one, and \`external\` ones | network namespaces |
| \`tunl0\`, an ipip device for one address, VXLAN and WireGuard devices of both families: not there, up, and down | Debian's own kernel in an emulated machine |
| firewalld's zones, services, ports and rich rules, and the guide that ends it | Debian's firewalld under a systemd that boots in namespaces |

Outcomes are the same with the devices and without them. Traffic through the devices loses nothing meanwhile, and the kernel logs nothing. WireGuard devices count nothing of a challenge. An ipip device that is up counts each one, and so do \`InHdrErrors\` and \`InCsumErrors\` of its host.`;

/** What stands below the table of firewalld's zones. */
export const firewalldWords = `Two rules look like something else. A rich rule that rejects and names no type says port-unreachable. Over UDP and IP-in-IP a host without a tunnel says the same, so that such a flow shows as filtered. One that rejects with a TCP reset looks like a port at which nobody listens.

The service \`wireguard\` of firewalld opens UDP 51820 alone, not 51821 for IPv6. It has no service for Typha, VXLAN or IP-in-IP. The commands and the script of the guide for firewalld open every flow; taking them back brings the same outcomes back.`;

/** The table that the comparison with firewalld goes by: a zone, and the outcome of each flow. */
export const firewalldRows = (): readonly (readonly string[])[] =>
  zoneRows.map(({ situation, outcomes, wireguardV6 }) => [
    situation,
    ...zoneFlows.map((flow) =>
      flow === 'wireguard' && wireguardV6 !== undefined ? `${outcomes[flow]}, ${wireguardV6}` : outcomes[flow],
    ),
  ]);
