import { stockHost } from '../../test/stock-host';
import type { ProfileValues } from '../model/profile-values';
import { defaultProfileValuesFor } from '../model/profile-defaults';
import { withVxlan } from './applicability';

describe('what is asked for with VXLAN', () => {
  it.each<[string, Partial<ProfileValues>, 'yes' | 'no']>([
    ['a VXLAN pool', { dataplane: 'Iptables', encapsulation: ['VXLAN'] }, 'yes'],
    ['IP-in-IP pools only', { dataplane: 'Iptables', encapsulation: ['IPIP'] }, 'no'],
    ['no encapsulation', { dataplane: 'Nftables', encapsulation: [] }, 'no'],
    [
      'eBPF and IP-in-IP pools, because node ports travel in VXLAN',
      { dataplane: 'BPF', encapsulation: ['IPIP'] },
      'yes',
    ],
    ['eBPF and no encapsulation', { dataplane: 'BPF', encapsulation: [] }, 'yes'],
  ])('with %s', (_, profile, expected) => {
    expect(withVxlan({ ...defaultProfileValuesFor('v3.25'), ...profile }, stockHost({})).applies).toBe(expected);
  });

  it('applies by default since Calico chooses eBPF on OpenShift', () => {
    expect(withVxlan(defaultProfileValuesFor('v3.29'), stockHost({})).applies).toBe('no');
    expect(withVxlan(defaultProfileValuesFor('v3.30'), stockHost({})).applies).toBe('yes');
  });
});
