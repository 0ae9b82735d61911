import fc from 'fast-check';
import { anyWhatIfValues } from '../../testing/any-what-if-values';
import { readWhatIf, writeWhatIf } from './what-if-address';
import { whatIfFields } from './what-if-profile';
import type { WhatIfValues } from './what-if-profile';

describe('readWhatIf', () => {
  it.each<[string, WhatIfValues, string[]]>([
    ['dataplane:BPF,wireguard:true', { dataplane: 'BPF', wireguard: true }, []],
    [
      'encapsulation:VXLAN-IPIP,ipFamilies:IPv4-IPv6',
      { encapsulation: ['IPIP', 'VXLAN'], ipFamilies: ['IPv4', 'IPv6'] },
      [],
    ],
    ['encapsulation:none', { encapsulation: [] }, []],
    ['ipFamilies:none,bgp:false', { bgp: false }, ['ipFamilies:none']],
    ['dataplane:BPF,dataplane:Iptables', { dataplane: 'BPF' }, ['dataplane:Iptables']],
    [
      'dataplane:bpf,typha:true,nonsense,wireguard:yes',
      {},
      ['dataplane:bpf', 'typha:true', 'nonsense', 'wireguard:yes'],
    ],
    ['constructor:true,bgp:toString,__proto__:x', {}, ['constructor:true', 'bgp:toString', '__proto__:x']],
    ['', {}, []],
  ])('reads %j', (text, values, ignored) => {
    expect(readWhatIf(text)).toEqual({ values, ignored });
  });

  it('reads what was written', () => {
    fc.assert(
      fc.property(anyWhatIfValues, (values) => {
        expect(readWhatIf(writeWhatIf(values))).toEqual({ values, ignored: [] });
      }),
    );
  });

  it('survives an address in which every value is one parameter', () => {
    fc.assert(
      fc.property(anyWhatIfValues, (values) => {
        const search = new URLSearchParams({ whatif: writeWhatIf(values) }).toString();
        expect(readWhatIf(new URLSearchParams(search).get('whatif') ?? '').values).toEqual(values);
      }),
    );
  });

  it('never fails, and takes over nothing that the catalogue cannot judge by', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.tuple(fc.constantFrom(...whatIfFields), fc.string()).map((pair) => pair.join(':'))).map(String),
        ),
        (text) => {
          const { values } = readWhatIf(text);
          expect(readWhatIf(writeWhatIf(values))).toEqual({ values, ignored: [] });
        },
      ),
    );
  });
});
