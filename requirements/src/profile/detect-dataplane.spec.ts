import type { ClusterObjects } from './cluster-objects';
import { absentObject, unreadableObject } from './cluster-objects';
import { detectNodeProfile, detectProfile } from './detect-profile';
import {
  clusterInformation,
  felix,
  installation,
  kubeProxyConfig,
  kubeProxyYaml,
  objectsOf,
} from './testing/sample-objects';

const operator = (linuxDataplane?: string) => installation({ linuxDataplane });
const felixDefault = (spec: Record<string, unknown>) => felix({ default: spec });
const version = (text: string) => clusterInformation(text);
const proxy = (mode: string) => kubeProxyConfig(kubeProxyYaml(mode));
const inInstallation = 'Installation default spec.calicoNetwork.linuxDataplane';
const inFelix = 'FelixConfiguration default spec.';
const viaProxy = 'ConfigMap openshift-kube-proxy/proxy-config data mode';

describe('the data plane', () => {
  it.each<[string, Partial<ClusterObjects>, string, string]>([
    ['Installation BPF', { installation: operator('BPF') }, 'BPF', inInstallation],
    ['Installation Iptables', { installation: operator('Iptables') }, 'Iptables', inInstallation],
    ['Installation Nftables', { installation: operator('Nftables') }, 'Nftables', inInstallation],
    ['an Installation that leaves it out', { installation: operator() }, 'Iptables', `${inInstallation} is not set`],
    [
      'the same in a release whose manifests choose eBPF',
      { installation: operator(), clusterInformation: version('v3.31.0') },
      'Iptables',
      `${inInstallation} is not set`,
    ],
    [
      'Felix bpfEnabled, without an Installation',
      { felixConfigurations: felixDefault({ bpfEnabled: true }) },
      'BPF',
      `${inFelix}bpfEnabled`,
    ],
    [
      'Felix bpfEnabled beside Installation Iptables',
      { installation: operator('Iptables'), felixConfigurations: felixDefault({ bpfEnabled: true }) },
      'BPF',
      `${inFelix}bpfEnabled`,
    ],
    [
      'Felix not yet told of Installation BPF',
      { installation: operator('BPF'), felixConfigurations: felixDefault({ bpfEnabled: false }) },
      'BPF',
      inInstallation,
    ],
    [
      'eBPF before nftables',
      { installation: operator('BPF'), felixConfigurations: felixDefault({ nftablesMode: 'Enabled' }) },
      'BPF',
      inInstallation,
    ],
    [
      'Felix bpfEnabled false',
      { felixConfigurations: felixDefault({ bpfEnabled: false }) },
      'Iptables',
      `${inFelix}bpfEnabled`,
    ],
    [
      'a Felix that leaves all out, before v3.32',
      {
        felixConfigurations: felixDefault({}),
        kubeProxyConfig: proxy('nftables'),
        clusterInformation: version('v3.31.2'),
      },
      'Iptables',
      `${inFelix}bpfEnabled is not set`,
    ],
    [
      'nftablesMode Enabled',
      { felixConfigurations: felixDefault({ nftablesMode: 'Enabled' }) },
      'Nftables',
      `${inFelix}nftablesMode`,
    ],
    [
      'nftablesMode Enabled beside Installation Iptables',
      { installation: operator('Iptables'), felixConfigurations: felixDefault({ nftablesMode: 'Enabled' }) },
      'Nftables',
      `${inFelix}nftablesMode`,
    ],
    [
      'nftablesMode Disabled, kube-proxy nftables, v3.32',
      {
        felixConfigurations: felixDefault({ nftablesMode: 'Disabled' }),
        kubeProxyConfig: proxy('nftables'),
        clusterInformation: version('v3.32.1'),
      },
      'Iptables',
      `${inFelix}bpfEnabled is not set; ${inFelix}nftablesMode`,
    ],
    [
      'nftablesMode Auto, kube-proxy nftables',
      { felixConfigurations: felixDefault({ nftablesMode: 'Auto' }), kubeProxyConfig: proxy('nftables') },
      'Nftables',
      `${inFelix}nftablesMode, so that it follows kube-proxy; ${viaProxy}`,
    ],
    [
      'nftablesMode Auto, kube-proxy iptables',
      { felixConfigurations: felixDefault({ nftablesMode: 'Auto' }), kubeProxyConfig: proxy('iptables') },
      'Iptables',
      `${inFelix}bpfEnabled is not set; ${inFelix}nftablesMode`,
    ],
    [
      'nftablesMode Auto, kube-proxy unknown',
      { felixConfigurations: felixDefault({ nftablesMode: 'Auto' }) },
      'Iptables',
      `${inFelix}bpfEnabled is not set; ${inFelix}nftablesMode`,
    ],
    [
      'nftablesMode Auto in a release that does not know it',
      {
        felixConfigurations: felixDefault({ nftablesMode: 'Auto' }),
        kubeProxyConfig: proxy('nftables'),
        clusterInformation: version('v3.31.0'),
      },
      'Iptables',
      `${inFelix}bpfEnabled is not set; ${inFelix}nftablesMode`,
    ],
    [
      'Auto as the default of v3.32, kube-proxy nftables',
      {
        felixConfigurations: felixDefault({}),
        kubeProxyConfig: proxy('nftables'),
        clusterInformation: version('v3.32.0'),
      },
      'Nftables',
      `${inFelix}nftablesMode is not set, so that it follows kube-proxy; ${viaProxy}`,
    ],
    [
      'Installation BPF while Felix may not be read',
      { installation: operator('BPF'), felixConfigurations: unreadableObject('forbidden') },
      'BPF',
      inInstallation,
    ],
    [
      'Installation Iptables while Felix may not be read',
      { installation: operator('Iptables'), felixConfigurations: unreadableObject('forbidden') },
      'Iptables',
      inInstallation,
    ],
    [
      'Felix bpfEnabled false while the Installation may not be read',
      { installation: unreadableObject('forbidden'), felixConfigurations: felixDefault({ bpfEnabled: false }) },
      'Iptables',
      `${inFelix}bpfEnabled`,
    ],
  ])('with %s', (_, objects, value, from) =>
    expect(detectProfile(objectsOf(objects)).dataplane).toEqual({ value, source: 'detected', from }),
  );

  it.each<[string, Partial<ClusterObjects>, string]>([
    ['neither object', {}, 'Installation default does not exist; FelixConfiguration does not exist'],
    [
      'no default in the list',
      { felixConfigurations: felix({}) },
      'Installation default does not exist; FelixConfiguration default does not exist',
    ],
    [
      'the Installation unreadable and Felix silent',
      { installation: unreadableObject('forbidden'), felixConfigurations: felixDefault({}) },
      `Installation default cannot be read: forbidden; ${inFelix}bpfEnabled is not set`,
    ],
    [
      'Felix unreadable and no Installation',
      { installation: absentObject, felixConfigurations: unreadableObject('timeout') },
      'Installation default does not exist; FelixConfiguration cannot be read: timeout',
    ],
    [
      'a data plane that the catalogue does not know',
      { installation: operator('VPP') },
      `${inInstallation} has an unknown value; FelixConfiguration does not exist`,
    ],
    [
      'a text for a boolean',
      { felixConfigurations: felixDefault({ bpfEnabled: 'true' }) },
      `Installation default does not exist; ${inFelix}bpfEnabled has an unknown value`,
    ],
  ])('is defaulted with %s', (_, objects, why) =>
    expect(detectProfile(objectsOf(objects)).dataplane).toEqual({
      value: 'Iptables',
      source: 'defaulted',
      from: `default of Calico v3.25; ${why}`,
    }),
  );
});

describe('the data plane of one node', () => {
  const own = 'FelixConfiguration node.worker-1 spec.';
  it.each<[string, Partial<ClusterObjects>, string, string]>([
    [
      'switches eBPF on',
      { felixConfigurations: felix({ default: { bpfEnabled: false }, 'node.worker-1': { bpfEnabled: true } }) },
      'BPF',
      `${own}bpfEnabled`,
    ],
    [
      'switches eBPF off',
      {
        installation: operator('BPF'),
        clusterInformation: version('v3.28.0'),
        felixConfigurations: felix({ default: { bpfEnabled: true }, 'node.worker-1': { bpfEnabled: false } }),
      },
      'Iptables',
      `${own}bpfEnabled`,
    ],
    [
      'switches eBPF off in vain, since the environment says otherwise',
      {
        installation: operator('BPF'),
        clusterInformation: version('v3.27.5'),
        felixConfigurations: felix({ default: {}, 'node.worker-1': { bpfEnabled: false } }),
      },
      'BPF',
      inInstallation,
    ],
    [
      'switches eBPF off without an operator',
      {
        clusterInformation: version('v3.25.0'),
        felixConfigurations: felix({ default: { bpfEnabled: true }, 'node.worker-1': { bpfEnabled: false } }),
      },
      'Iptables',
      `${own}bpfEnabled`,
    ],
    [
      'switches nftables on',
      {
        installation: operator('Iptables'),
        felixConfigurations: felix({ default: {}, 'node.worker-1': { nftablesMode: 'Enabled' } }),
      },
      'Nftables',
      `${own}nftablesMode`,
    ],
    [
      'says something else',
      {
        installation: operator('BPF'),
        felixConfigurations: felix({ default: { bpfEnabled: true }, 'node.worker-1': { mtuIfacePattern: 'ens.*' } }),
      },
      'BPF',
      `${inFelix}bpfEnabled`,
    ],
    [
      'is of another node',
      { felixConfigurations: felix({ default: { bpfEnabled: false }, 'node.worker-10': { bpfEnabled: true } }) },
      'Iptables',
      `${inFelix}bpfEnabled`,
    ],
  ])('where node.<name> %s', (_, objects, value, from) =>
    expect(detectNodeProfile(objectsOf(objects), 'worker-1').dataplane).toEqual({ value, source: 'detected', from }),
  );

  it('does not change the profile of the cluster', () => {
    const objects = objectsOf({
      felixConfigurations: felix({ default: { bpfEnabled: false }, 'node.worker-1': { bpfEnabled: true } }),
    });
    expect(detectProfile(objects).dataplane.value).toBe('Iptables');
  });
});
