import fc from 'fast-check';
import { familyOfCidr } from './cidr-family';

describe('familyOfCidr', () => {
  it.each([
    ['10.128.0.0/14', 'IPv4'],
    ['0.0.0.0/0', 'IPv4'],
    ['255.255.255.255/32', 'IPv4'],
    ['fd01::/48', 'IPv6'],
    ['::/0', 'IPv6'],
    ['::1/128', 'IPv6'],
    ['2001:DB8:0:0:0:0:0:1/64', 'IPv6'],
  ])('%s is %s', (cidr, family) => expect(familyOfCidr(cidr)).toBe(family));

  it.each([
    '10.128.0.0',
    '10.128.0.0/33',
    '10.128.0/14',
    '10.128.0.0.0/14',
    '10.128.0.0./14',
    '256.0.0.0/8',
    '010.0.0.0/8',
    '10.128.0.0/014',
    '10.128.0.0/-1',
    '10.128.0.0/14/2',
    ' 10.128.0.0/14',
    'fd01::1::/48',
    'fd01:::/48',
    ':fd01::/48',
    'fd01::/129',
    '1:2:3:4:5:6:7/64',
    '1:2:3:4:5:6:7:8:9/64',
    '1:2:3:4:5:6:7::8/64',
    'fd01g::/48',
    '::ffff:10.0.0.0/104',
    '/',
    '',
    14,
    null,
    undefined,
    {},
    ['10.128.0.0/14'],
  ])('%j is no network', (cidr) => expect(familyOfCidr(cidr)).toBeUndefined());

  it('knows every network of either family', () => {
    fc.assert(
      fc.property(
        fc.ipV4(),
        fc.integer({ min: 0, max: 32 }),
        (address, prefix) => familyOfCidr(`${address}/${String(prefix)}`) === 'IPv4',
      ),
    );
    const groups = fc.array(fc.stringMatching(/^[0-9a-f]{1,4}$/), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(
        groups,
        fc.integer({ min: 0, max: 128 }),
        (parts, prefix) => familyOfCidr(`${parts.join(':')}/${String(prefix)}`) === 'IPv6',
      ),
    );
  });
});
