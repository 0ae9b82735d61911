import type { IpFamily } from '../model/profile-choices';

/**
 * The family of a network such as `10.128.0.0/14` or `fd01::/48`, or undefined for anything else (RFC 4632, RFC 4291
 * section 2.2 and 2.3). The mixed form with an IPv4 tail is not accepted: no pod network is written so.
 */
export function familyOfCidr(text: unknown): IpFamily | undefined {
  if (typeof text !== 'string' || text.length > 49) return undefined;
  const [address, prefix, ...rest] = text.split('/');
  if (address === undefined || prefix === undefined || rest.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(prefix))
    return undefined;
  if (isIpv4(address)) return Number(prefix) <= 32 ? 'IPv4' : undefined;
  return isIpv6(address) && Number(prefix) <= 128 ? 'IPv6' : undefined;
}

const isIpv4 = (address: string): boolean =>
  /^(?:(?:0|[1-9]\d{0,2})(?:\.(?!$)|$)){4}$/.test(address) && address.split('.').every((part) => Number(part) <= 255);

function isIpv6(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}
