import { inEnglish } from '../model/message';
import type { ReadinessPolicySpec } from '../model/readiness-policy';
import { declaredFaults } from './declared-faults';
import { isWithin, reportIntervalRange } from './policy-bounds';

const faultsOf = (profile: ReadinessPolicySpec['profile']) =>
  declaredFaults({ ...(profile && { profile }) }).map(({ field, problem }) => `${field} ${inEnglish(problem)}`);

describe('what a policy declares against itself', () => {
  it.each<[string, ReadinessPolicySpec['profile']]>([
    ['nothing', undefined],
    ['a data plane without a release', { dataplane: 'Nftables' }],
    ['a data plane that the release has', { dataplane: 'Nftables', calicoVersion: 'v3.29' }],
    ['one port for TCP and UDP', { ports: { bgp: 4000, vxlan: 4000 } }],
    ['one port beside the defaults', { ports: { bgp: 5473 } }],
  ])('is nothing for %s', (_, profile) => {
    expect(faultsOf(profile)).toEqual([]);
  });

  it('is Nftables for a release that does not have it', () => {
    expect(faultsOf({ dataplane: 'Nftables', calicoVersion: 'v3.28' })).toEqual([
      'profile.dataplane Calico has the data plane Nftables since v3.29; declare that release or a later one, or another data plane',
    ]);
  });

  it('is a port of one protocol that is given twice, said of the later one', () => {
    expect(faultsOf({ ports: { typha: 9000, felixHealth: 9000, vxlan: 1, wireguard: 1 } })).toEqual([
      'profile.ports.felixHealth is the port of typha as well; both are TCP, so give each a port of its own',
      'profile.ports.wireguard is the port of vxlan as well; both are UDP, so give each a port of its own',
    ]);
  });
});

describe('the interval of reports', () => {
  it.each([
    [9, false],
    [10, true],
    [86_400, true],
    [86_401, false],
    [10.5, false],
    [Number.NaN, false],
    ['900', false],
  ])('%s is one: %s', (value, expected) => {
    expect(isWithin(reportIntervalRange, value)).toBe(expected);
  });
});
