import { BlockList, isIP } from 'node:net';

/** Addresses that are nobody's on a network. */
const noPeers = new BlockList();
noPeers.addSubnet('0.0.0.0', 8, 'ipv4');
noPeers.addSubnet('127.0.0.0', 8, 'ipv4');
// Multicast, reserved and broadcast.
noPeers.addSubnet('224.0.0.0', 3, 'ipv4');
noPeers.addAddress('::', 'ipv6');
noPeers.addAddress('::1', 'ipv6');
// Link-local addresses are another one behind every device.
noPeers.addSubnet('fe80::', 10, 'ipv6');
noPeers.addSubnet('ff00::', 8, 'ipv6');

/** An address in its canonical form (RFC 5952), as the kernel's tables are read; undefined for another text. */
export function tableAddress(text: string): string | undefined {
  const family = isIP(text);
  if (family === 0 || text.includes('%')) return undefined;
  // The URL parser writes IPv6 addresses in their canonical form.
  return family === 6 ? new URL(`http://[${text}]`).hostname.slice(1, -1) : text;
}

/** The same of an address to which something may be sent: `no-peer` for one that no other node can have. */
export function peerAddress(text: string): { readonly address: string } | 'no-address' | 'no-peer' {
  const family = isIP(text);
  const address = tableAddress(text);
  if (address === undefined) return 'no-address';
  // A block list takes every IPv4 address for one of the IPv6 addresses that IPv4 is mapped to.
  const isNone = address.startsWith('::ffff:') || noPeers.check(address, family === 4 ? 'ipv4' : 'ipv6');
  return isNone ? 'no-peer' : { address };
}
