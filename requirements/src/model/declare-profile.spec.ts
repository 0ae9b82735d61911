import { declareProfile } from './declare-profile';
import type { CalicoVersion } from './profile-choices';

describe('a declared profile', () => {
  it.each([
    [{}, 'v3.25', 'Iptables', 'iptables'],
    [{ dataplane: 'BPF' }, 'v3.25', 'BPF', 'iptables'],
    [{ calicoVersion: 'v3.29' }, 'v3.29', 'Iptables', 'iptables'],
    [{ calicoVersion: 'v3.30' }, 'v3.30', 'BPF', 'none'],
    [{ calicoVersion: 'v3.30', dataplane: 'BPF' }, 'v3.30', 'BPF', 'none'],
    [{ calicoVersion: 'v3.30', dataplane: 'Iptables' }, 'v3.30', 'Iptables', 'iptables'],
    [{ calicoVersion: 'v3.30', kubeProxyMode: 'ipvs' }, 'v3.30', 'BPF', 'ipvs'],
  ] as const)(
    '%j is judged for %s with data plane %s and kube-proxy in mode %s',
    (declared, calicoVersion, dataplane, kubeProxyMode) => {
      const profile = declareProfile(declared, 'a test');
      expect(profile).toMatchObject({
        calicoVersion: { value: calicoVersion },
        dataplane: { value: dataplane },
        kubeProxyMode: { value: kubeProxyMode },
      });
    },
  );

  it('says which release a default is of', () => {
    expect(declareProfile({ calicoVersion: 'v3.31' }, 'a test')).toMatchObject({
      calicoVersion: { value: 'v3.31', source: 'declared', from: 'a test' },
      dataplane: { value: 'BPF', source: 'defaulted', from: 'default of Calico v3.31' },
    });
  });

  it('takes the defaults of the first release for one that only another catalogue knows', () => {
    const later = declareProfile({ calicoVersion: 'v9.99' as CalicoVersion }, 'a test');
    expect(later.dataplane.value).toBe('Iptables');
  });
});
