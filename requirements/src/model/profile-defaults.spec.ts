import { calicoVersions } from './profile-choices';
import { defaultProfileValues, defaultProfileValuesFor } from './profile-defaults';

describe('the default profile of a Calico release', () => {
  it('is, for the first release, the default of all', () => {
    expect(calicoVersions[0]).toBe(defaultProfileValues.calicoVersion);
    expect(defaultProfileValuesFor(calicoVersions[0])).toEqual(defaultProfileValues);
  });

  it.each(['v3.25', 'v3.26', 'v3.27', 'v3.28', 'v3.29'] as const)(
    'is iptables with kube-proxy for %s',
    (calicoVersion) => {
      expect(defaultProfileValuesFor(calicoVersion)).toEqual({ ...defaultProfileValues, calicoVersion });
    },
  );

  it.each(['v3.30', 'v3.31', 'v3.32'] as const)('is eBPF without kube-proxy for %s', (calicoVersion) => {
    expect(defaultProfileValuesFor(calicoVersion)).toEqual({
      ...defaultProfileValues,
      calicoVersion,
      dataplane: 'BPF',
      kubeProxyMode: 'none',
    });
  });
});
