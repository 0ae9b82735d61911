import type { ClusterObjects } from './cluster-objects';
import { absentObject, unreadableObject } from './cluster-objects';
import { detectProfile } from './detect-profile';
import { kubeProxyConfig, kubeProxyYaml, networkOperator, objectsOf } from './testing/sample-objects';

const type = { defaultNetwork: { type: 'Calico' } };
const given = (...values: readonly string[]) => ({ kubeProxyConfig: { proxyArguments: { 'proxy-mode': values } } });
const inConfigMap = 'ConfigMap openshift-kube-proxy/proxy-config data mode';
const argument = 'Network.operator cluster spec.kubeProxyConfig.proxyArguments proxy-mode';

describe('the mode of kube-proxy', () => {
  it.each<[string, Partial<ClusterObjects>, string, string]>([
    [
      'deployKubeProxy false',
      { networkOperator: networkOperator({ ...type, deployKubeProxy: false }) },
      'none',
      'Network.operator cluster spec.deployKubeProxy',
    ],
    [
      'deployKubeProxy false beside a config map that was left',
      {
        networkOperator: networkOperator({ ...type, deployKubeProxy: false }),
        kubeProxyConfig: kubeProxyConfig(kubeProxyYaml('ipvs')),
      },
      'none',
      'Network.operator cluster spec.deployKubeProxy',
    ],
    [
      'a network that needs none',
      { networkOperator: networkOperator({ defaultNetwork: { type: 'OVNKubernetes' } }) },
      'none',
      'Network.operator cluster spec.defaultNetwork.type; Network.operator cluster spec.deployKubeProxy is not set',
    ],
    [
      'a network that needs none and kube-proxy all the same',
      { networkOperator: networkOperator({ defaultNetwork: { type: 'OVNKubernetes' }, deployKubeProxy: true }) },
      'iptables',
      'Network.operator cluster sets no proxy-mode',
    ],
    [
      'the config map over the argument',
      {
        networkOperator: networkOperator({ ...type, ...given('nftables') }),
        kubeProxyConfig: kubeProxyConfig(kubeProxyYaml('ipvs')),
      },
      'ipvs',
      inConfigMap,
    ],
    ['the config map alone', { kubeProxyConfig: kubeProxyConfig(kubeProxyYaml('nftables')) }, 'nftables', inConfigMap],
    ['the argument', { networkOperator: networkOperator({ ...type, ...given('nftables') }) }, 'nftables', argument],
    [
      'the argument while the config map may not be read',
      {
        networkOperator: networkOperator({ ...type, deployKubeProxy: true, ...given('ipvs') }),
        kubeProxyConfig: unreadableObject('forbidden'),
      },
      'ipvs',
      argument,
    ],
    [
      'the last of several arguments',
      { networkOperator: networkOperator({ ...type, ...given('ipvs', 'nftables') }) },
      'nftables',
      argument,
    ],
    [
      'no argument',
      { networkOperator: networkOperator({ ...type }) },
      'iptables',
      'Network.operator cluster sets no proxy-mode',
    ],
    [
      'an empty list of arguments',
      { networkOperator: networkOperator({ ...type, ...given() }) },
      'iptables',
      'Network.operator cluster sets no proxy-mode',
    ],
  ])('with %s', (_, objects, value, from) =>
    expect(detectProfile(objectsOf(objects)).kubeProxyMode).toEqual({ value, source: 'detected', from }),
  );

  it.each<[string, Partial<ClusterObjects>]>([
    ['no object', { networkOperator: absentObject }],
    ['an operator that may not be read', { networkOperator: unreadableObject('forbidden') }],
    ['a mode that does not exist', { networkOperator: networkOperator({ ...type, ...given('userspace') }) }],
    [
      'a text for a list',
      { networkOperator: networkOperator({ ...type, kubeProxyConfig: { proxyArguments: { 'proxy-mode': 'ipvs' } } }) },
    ],
    ['a text for a boolean', { networkOperator: networkOperator({ ...type, deployKubeProxy: 'false' }) }],
    ['neither deployKubeProxy nor a network type', { networkOperator: networkOperator({}) }],
    ['a malformed config map and no operator', { kubeProxyConfig: kubeProxyConfig('mode: ipvs') }],
  ])('is defaulted with %s', (_, objects) =>
    expect(detectProfile(objectsOf(objects)).kubeProxyMode).toMatchObject({ value: 'iptables', source: 'defaulted' }),
  );

  it('is, by default, the one that goes with the data plane', () => {
    const before = objectsOf({});
    expect(detectProfile(before, { calicoVersion: 'v3.31' }).kubeProxyMode.value).toBe('none');
    expect(detectProfile(before, { calicoVersion: 'v3.31', dataplane: 'Iptables' }).kubeProxyMode.value).toBe(
      'iptables',
    );
  });
});
