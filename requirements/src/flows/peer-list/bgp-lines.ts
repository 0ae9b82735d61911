import { canonicalAddress, familyOfAddress } from '../address';
import { bgpLinks } from '../pairs/bgp-link';
import type { BgpTable } from '../pairs/bgp-table';
import { mostBgpRoles, mostExternalPeers } from '../pairs/bgp-table';
import type { ExternalPeer } from '../pairs/external-peer';
import { readRunLengths, runLengths } from '../pairs/run-lengths';

const codes = bgpLinks.length ** 2;

/** A table in lines: how many roles there are and whether all external peers are known, and one line for each role. */
export function bgpTableLines({ links, external }: BgpTable): readonly string[] {
  const rows = links.map((row, role) =>
    [runLengths(row), ...(external?.[role] ?? []).slice(0, mostExternalPeers).map(peerText)].join(' '),
  );
  const isKnown = external?.every((peers) => peers.length <= mostExternalPeers) === true;
  return [`roles ${String(rows.length)} ${isKnown ? 'all' : 'some'}`, ...rows];
}

/** Reads lines that anybody may have written; undefined for what is not as `bgpTableLines` writes it. */
export function readBgpTable([head = '', ...rows]: readonly string[]): BgpTable | undefined {
  const [, count, known] = /^roles (\d{1,4}) (all|some)$/.exec(head) ?? [];
  if (count === undefined || Number(count) !== rows.length || rows.length > mostBgpRoles) return undefined;
  const links: Uint8Array[] = [];
  const external: (readonly ExternalPeer[])[] = [];
  for (const [role, row] of rows.entries()) {
    const [numbers = '', ...peers] = row.split(' ', mostExternalPeers + 2);
    const read = readRunLengths(numbers, role + 1, codes);
    const addresses = peers.map(readPeer);
    if (read === undefined || read.includes(undefined) || peers.length > mostExternalPeers) return undefined;
    if (addresses.includes(undefined)) return undefined;
    links.push(Uint8Array.from(read as readonly number[]));
    external.push(addresses as readonly ExternalPeer[]);
  }
  return { links, external: known === 'all' ? external : undefined };
}

const peerText = ({ address, port }: ExternalPeer): string =>
  port === undefined ? address : address.includes(':') ? `[${address}]:${String(port)}` : `${address}:${String(port)}`;

function readPeer(text: string): ExternalPeer | undefined {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-f:]{2,39})\]|([0-9.]{7,15})):(\d{1,5})$/.exec(text) ?? [];
  const address = bracketed ?? plain ?? text;
  const family = familyOfAddress(address);
  if (family === undefined || canonicalAddress(address) !== address || Number(port ?? 0) > 65_535) return undefined;
  return { address, family, port: port === undefined ? undefined : Number(port) };
}
