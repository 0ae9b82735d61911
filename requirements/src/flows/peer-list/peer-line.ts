import type { IpFamily } from '../../model/profile-choices';
import { familyOfAddress } from '../address';
import type { Grouping } from '../../model/traffic/flow';
import type { Peer } from '../plan/peer';
import { groupings } from '../../model/traffic/flow';

/** Names of zones, pools and subnets of a shard: a line names them by their number. */
export type GroupNames = Readonly<Record<Grouping, readonly string[]>>;

const families: readonly IpFamily[] = ['IPv4', 'IPv6'];

/** Longest names that Kubernetes allows: a node's is a DNS subdomain, a zone's a label value; the network of an IPv6 address. */
export const longestName = 253;
export const longestGroup = 63;

const plainText = /^[A-Za-z0-9_.:/-]+$/;

/** Whether a text may stand in the list; what may not is left out by its writer, and refused by its reader. */
export const isPlain = (text: string, longest: number): boolean => text.length <= longest && plainText.test(text);

/**
 * A node in one line: name, key in base 36, addresses, numbers of zone, pool and subnet in base 36, and flags. For
 * instance `node-7.example.com 1xk9p2 10.0.0.8  0 1 4 tab`; what is empty stays empty.
 */
export function peerLine(peer: Peer, numbers: Readonly<Record<Grouping, ReadonlyMap<string, number>>>): string {
  const groups = groupings.map((grouping) => numbers[grouping].get(peer[grouping])?.toString(36) ?? '');
  const addresses = families.map((family) => peer.addresses[family] ?? '');
  const flags = `${peer.mayRunTypha ? 't' : ''}${peer.answers ? 'a' : ''}${peer.inMesh ? 'b' : ''}`;
  return [peer.name, peer.key.toString(36), ...addresses, ...groups, flags].join(' ');
}

/** Reads a line that anybody may have written; undefined for one that is not as `peerLine` writes it. */
export function readPeerLine(line: string, names: GroupNames): Peer | undefined {
  const fields = line.split(' ', 9);
  const [name = '', key = '', ipv4 = '', ipv6 = '', zone = '', pool = '', subnet = '', flags] = fields;
  if (fields.length !== 8 || !isPlain(name, longestName) || flags === undefined || !/^t?a?b?$/.test(flags))
    return undefined;
  const number = numberOf(key);
  const groups = [groupOf(names.zone, zone), groupOf(names.pool, pool), groupOf(names.subnet, subnet)] as const;
  const [zoneName, poolName, subnetName] = groups;
  if (number === undefined || zoneName === undefined || poolName === undefined || subnetName === undefined)
    return undefined;
  const isAddress = (text: string, family: IpFamily): boolean => text === '' || familyOfAddress(text) === family;
  if (!isAddress(ipv4, 'IPv4') || !isAddress(ipv6, 'IPv6')) return undefined;
  return {
    name,
    key: number,
    addresses: { ...(ipv4 !== '' && { IPv4: ipv4 }), ...(ipv6 !== '' && { IPv6: ipv6 }) },
    zone: zoneName,
    pool: poolName,
    subnet: subnetName,
    mayRunTypha: flags.includes('t'),
    inMesh: flags.includes('b'),
    answers: flags.includes('a'),
  };
}

/** A whole number below 2^32 in base 36, as toString writes it. */
function numberOf(text: string): number | undefined {
  if (!/^[0-9a-z]{1,7}$/.test(text)) return undefined;
  const number = parseInt(text, 36);
  return number < 2 ** 32 && number.toString(36) === text ? number : undefined;
}

function groupOf(names: readonly string[], text: string): string | undefined {
  if (text === '') return '';
  const number = numberOf(text);
  return number === undefined ? undefined : names[number];
}
