import type { IpFamily } from '../model/profile-choices';
import { familyOfCidr } from '../profile/cidr-family';

const bitsOf: Readonly<Record<IpFamily, number>> = { IPv4: 32, IPv6: 128 };

/** The family of an address as Kubernetes writes it, or undefined for what is none. Never throws. */
export const familyOfAddress = (text: unknown): IpFamily | undefined =>
  typeof text !== 'string' || text.includes('/')
    ? undefined
    : (familyOfCidr(`${text}/32`) ?? familyOfCidr(`${text}/128`));

/** Groups of 16 bits (IPv6) or of 8 (IPv4) of an address that is one. */
function groupsOf(address: string): readonly number[] {
  if (!address.includes(':')) return address.split('.').map(Number);
  const [front = '', back] = address.split('::');
  const groups = (half: string): number[] => (half === '' ? [] : half.split(':').map((group) => parseInt(group, 16)));
  const [first, last] = [groups(front), groups(back ?? '')];
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
}

/** One way to write an address, for comparing: `fd00::1` and `FD00:0:0::0001` become the same. Undefined for no address. */
export function canonicalAddress(text: unknown): string | undefined {
  const family = familyOfAddress(text);
  if (family === undefined) return undefined;
  const groups = groupsOf(text as string);
  return family === 'IPv4' ? groups.join('.') : groups.map((group) => group.toString(16)).join(':');
}

/** The network of a node's address with its prefix, as a text that is the same for all its nodes; undefined for none. */
export function subnetOf(cidr: string): string | undefined {
  const family = familyOfCidr(cidr);
  const [address = '', prefix = ''] = cidr.split('/');
  if (family === undefined) return undefined;
  const width = family === 'IPv4' ? 8 : 16;
  const length = Number(prefix);
  const masked = groupsOf(address).map((group, index) => {
    const kept = Math.min(width, Math.max(0, length - index * width));
    return group & (((1 << kept) - 1) << (width - kept));
  });
  const written = family === 'IPv4' ? masked.join('.') : masked.map((group) => group.toString(16)).join(':');
  return `${written}/${String(length)}`;
}

/** Whether the network of `cidr` holds the address; no for another family and for what is neither. */
export function holdsAddress(cidr: string, address: string): boolean {
  const family = familyOfCidr(cidr);
  if (family === undefined || familyOfAddress(address) !== family) return false;
  const prefix = Math.min(Number(cidr.split('/')[1]), bitsOf[family]);
  return subnetOf(`${address}/${String(prefix)}`) === subnetOf(cidr);
}
