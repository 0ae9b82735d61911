import { canonicalAddress, familyOfAddress, holdsAddress, subnetOf } from './address';

describe('an address', () => {
  it.each([
    ['10.0.0.1', 'IPv4'],
    ['fd00::1', 'IPv6'],
    ['::', 'IPv6'],
    ['10.0.0.1/24', undefined],
    ['10.0.0.256', undefined],
    ['fd00::1::2', undefined],
    ['rack-1', undefined],
    [7, undefined],
  ])('%s is of %s', (text, family) => {
    expect(familyOfAddress(text)).toBe(family);
  });

  it('is compared however it is written', () => {
    expect(canonicalAddress('FD00:0:0::0001')).toBe(canonicalAddress('fd00::1'));
    expect(canonicalAddress('fd00::1')).not.toBe(canonicalAddress('fd00::2'));
    expect(canonicalAddress('')).toBeUndefined();
  });

  it.each([
    ['10.0.1.7/24', '10.0.1.0/24'],
    ['10.0.1.7/23', '10.0.0.0/23'],
    ['10.0.1.7/0', '0.0.0.0/0'],
    ['fd00:1:2:3::9/64', 'fd00:1:2:3:0:0:0:0/64'],
    ['fd00:1:2:f3::9/60', 'fd00:1:2:f0:0:0:0:0/60'],
    ['10.0.1.7', undefined],
  ])('%s is in the subnet %s', (cidr, subnet) => {
    expect(subnetOf(cidr)).toBe(subnet);
  });

  it.each([
    ['10.0.1.7/24', '10.0.1.250', true],
    ['10.0.1.7/24', '10.0.2.1', false],
    ['10.0.1.7/32', '10.0.1.7', true],
    ['10.0.1.7/24', 'fd00::1', false],
    ['fd00::7/64', 'fd00::ffff', true],
    ['fd00::7/64', 'fd00:0:0:1::7', false],
    ['nonsense', '10.0.1.7', false],
  ])('%s holds %s: %s', (cidr, address, holds) => {
    expect(holdsAddress(cidr, address)).toBe(holds);
  });
});
