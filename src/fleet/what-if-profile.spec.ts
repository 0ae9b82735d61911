import fc from 'fast-check';
import {
  calicoVersions,
  dataplanes,
  declareProfile,
  encapsulations,
  ipFamilies,
  kubeProxyModes,
  profileValues,
} from '@calico-readiness/requirements';
import {
  differences,
  differingFields,
  profileUnder,
  readWhatIf,
  whatIfFields,
  whatIfValuesOf,
  writeWhatIf,
} from './what-if-profile';
import type { WhatIfValues } from './what-if-profile';

const present = declareProfile({}, 'test');

const anyValues: fc.Arbitrary<WhatIfValues> = fc.record(
  {
    calicoVersion: fc.constantFrom(...calicoVersions),
    dataplane: fc.constantFrom(...dataplanes),
    encapsulation: fc.subarray([...encapsulations]),
    bgp: fc.boolean(),
    ipFamilies: fc.subarray([...ipFamilies], { minLength: 1 }),
    kubeProxyMode: fc.constantFrom(...kubeProxyModes),
    wireguard: fc.boolean(),
    sctp: fc.boolean(),
  },
  { requiredKeys: [] },
);

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
      fc.property(anyValues, (values) => {
        expect(readWhatIf(writeWhatIf(values))).toEqual({ values, ignored: [] });
      }),
    );
  });

  it('survives an address in which every value is one parameter', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const search = new URLSearchParams({ whatif: writeWhatIf(values) }).toString();
        expect(readWhatIf(new URLSearchParams(search).get('whatif') ?? '').values).toEqual(values);
      }),
    );
  });

  it('never fails, and takes over nothing that the catalogue can not judge by', () => {
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

describe('profileUnder', () => {
  it('is the very same profile when nothing differs', () => {
    expect(profileUnder(present, whatIfValuesOf(present))).toBe(present);
    expect(profileUnder(present, { encapsulation: ['IPIP'], bgp: true })).toBe(present);
  });

  it('changes the fields named and keeps the others with their sources', () => {
    expect(profileUnder(present, { dataplane: 'BPF' })).toEqual({
      ...present,
      dataplane: { value: 'BPF', source: 'declared', from: 'what-if' },
    });
  });

  it('says what differs, and says it alone in an address', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const told = differences(present, values);
        expect(differingFields(present, values)).toEqual(whatIfFields.filter((field) => field in told));
        expect(profileValues(profileUnder(present, told))).toEqual(profileValues(profileUnder(present, values)));
        expect(differingFields(profileUnder(present, values), values)).toEqual([]);
      }),
    );
  });
});
