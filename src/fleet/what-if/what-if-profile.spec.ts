import fc from 'fast-check';
import { declareProfile, profileValues } from '@calico-readiness/requirements';
import { anyWhatIfValues } from '../../testing/any-what-if-values';
import { differences, differingFields, profileUnder, whatIfFields, whatIfValuesOf } from './what-if-profile';

const present = declareProfile({}, 'test');

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
      fc.property(anyWhatIfValues, (values) => {
        const told = differences(present, values);
        expect(differingFields(present, values)).toEqual(whatIfFields.filter((field) => field in told));
        expect(profileValues(profileUnder(present, told))).toEqual(profileValues(profileUnder(present, values)));
        expect(differingFields(profileUnder(present, values), values)).toEqual([]);
      }),
    );
  });
});
