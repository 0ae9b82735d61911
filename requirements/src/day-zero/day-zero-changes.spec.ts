import { guides } from '../guides';
import { noSituation } from '../guides/guide-situation';
import { declareProfile } from '../model/declare-profile';
import type { ProfileValues } from '../model/profile-values';
import { calicoVersions } from '../model/profile-choices';
import { dayZeroChanges } from './day-zero-changes';

const guidesOf = (values: Partial<ProfileValues>) =>
  dayZeroChanges(declareProfile(values, 'a test')).map(({ guide, requirements }) => [guide, ...requirements]);

describe('what a profile needs of nodes as OpenShift installs them', () => {
  it.each<[string, Partial<ProfileValues>, string[]]>([
    ['IP-in-IP', { encapsulation: ['IPIP'] }, ['networkmanager-ignores-tunl']],
    // The eBPF data plane has a vxlan.calico of its own, for node ports.
    ['eBPF', { encapsulation: [], dataplane: 'BPF', kubeProxyMode: 'none' }, ['networkmanager-ignores-vxlan-calico']],
    ['VXLAN', { encapsulation: ['VXLAN'], bgp: false }, ['networkmanager-ignores-vxlan-calico']],
    [
      'both, and WireGuard',
      { encapsulation: ['IPIP', 'VXLAN'], wireguard: true },
      ['networkmanager-ignores-tunl', 'networkmanager-ignores-vxlan-calico', 'networkmanager-ignores-wireguard-cali'],
    ],
  ])('is the file of NetworkManager with %s', (_name, values, requirements) => {
    expect(guidesOf(values)).toEqual([['networkmanager', ...requirements]]);
  });

  it.each<[string, Partial<ProfileValues>]>([
    ['no encapsulation', { encapsulation: [] }],
    [
      'no encapsulation, SCTP, IPv6 and IPVS',
      { encapsulation: [], sctp: true, ipFamilies: ['IPv4', 'IPv6'], kubeProxyMode: 'ipvs' },
    ],
  ])('is nothing with %s', (_name, values) => {
    expect(guidesOf(values)).toEqual([]);
  });

  it.each(calicoVersions)('is what the guide itself writes, for Calico %s', (calicoVersion) => {
    for (const { guide, change } of dayZeroChanges(
      declareProfile({ calicoVersion, encapsulation: ['VXLAN'] }, 'a test'),
    ))
      expect(change).toEqual(guides.find(({ id }) => id === guide)?.change(noSituation));
  });
});
