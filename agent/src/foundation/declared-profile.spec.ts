import { defaultProfileValues } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { readDeclaredProfile } from './declared-profile';

describe('readDeclaredProfile', () => {
  it('takes every field of the default profile as it is', () => {
    expect(readDeclaredProfile(defaultProfileValues)).toEqual({
      values: defaultProfileValues,
      writtenPorts: defaultProfileValues.ports,
      problems: [],
    });
  });

  it('takes an empty map as nothing declared', () => {
    expect(readDeclaredProfile({})).toEqual({ values: {}, writtenPorts: {}, problems: [] });
  });

  it('completes declared ports by the defaults', () => {
    expect(readDeclaredProfile({ ports: { vxlan: 8472 } })).toEqual({
      values: { ports: { ...defaultProfileValues.ports, vxlan: 8472 } },
      writtenPorts: { vxlan: 8472 },
      problems: [],
    });
  });

  it.each([
    [{ dataplane: 'iptables' }, 'dataplane', 'is "iptables"; allowed: Iptables, Nftables, BPF'],
    [{ bgp: 'yes' }, 'bgp', 'is "yes"; allowed: true, false'],
    [{ encapsulation: 'IPIP' }, 'encapsulation', 'is "IPIP"; allowed: a list of IPIP, VXLAN'],
    [{ encapsulation: ['GRE'] }, 'encapsulation', 'holds "GRE"; allowed: a list of IPIP, VXLAN'],
    [{ encapsulation: ['IPIP', 'IPIP'] }, 'encapsulation', 'names a value twice; allowed: a list of IPIP, VXLAN'],
    [{ ipFamilies: [] }, 'ipFamilies', 'is []; allowed: a list, not empty, of IPv4, IPv6'],
    [{ ports: { bgp: 0 } }, 'ports.bgp', 'is 0; allowed: a whole number from 1 to 65535'],
    [
      { ports: { ssh: 22 } },
      'ports.ssh',
      'is not a port of the profile; known: bgp, vxlan, typha, wireguard, wireguardV6, kubeApiserver, felixHealth',
    ],
    [{ ports: 179 }, 'ports', 'is 179; it must be a map of ports'],
    [
      { wireGuard: true },
      'wireGuard',
      expect.stringContaining('is not a field of the profile; known: calicoVersion, '),
    ],
    [{ toString: true }, 'toString', expect.stringContaining('is not a field of the profile')],
    [['bgp'], '', 'is ["bgp"]; it must be a map of profile fields'],
    [null, '', 'is null; it must be a map of profile fields'],
  ])('refuses %j and says why', (document, field, message: unknown) => {
    expect(readDeclaredProfile(document)).toEqual({ values: {}, writtenPorts: {}, problems: [{ field, message }] });
  });

  it('keeps what is right beside what is wrong', () => {
    expect(readDeclaredProfile({ sctp: true, bgp: 1 })).toMatchObject({
      values: { sctp: true },
      problems: [{ field: 'bgp' }],
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (document) => {
        readDeclaredProfile(document);
      }),
    );
  });
});
