import { detectNodeProfile, detectProfile, noClusterObjects, unreadableObject } from '@calico-readiness/requirements';
import { FakeKubernetesApi } from '../../test/fake-kubernetes-api';
import { ApiClient } from './api-client';
import { readClusterObjects, UnreachableError } from './read-cluster-objects';

const crd = '/apis/crd.projectcalico.org/v1';
const served = '/apis/projectcalico.org/v3';

describe('readClusterObjects', () => {
  let api: FakeKubernetesApi;
  const read = () => readClusterObjects(new ApiClient(api.kubeConfig, new AbortController().signal));
  const put = (path: string, apiVersion: string, kind: string, name: string, values: object) => {
    api.put(path, { apiVersion, kind, metadata: { name }, ...values });
  };
  const putPools = (group: string, ...items: readonly object[]) => {
    put(`${group}/ippools`, group.slice('/apis/'.length), 'IPPoolList', '', { items });
  };
  const pool = (name: string) => ({ metadata: { name }, spec: { cidr: '10.128.0.0/14', vxlanMode: 'Always' } });

  beforeEach(async () => {
    api = new FakeKubernetesApi();
    await api.start();
  });
  afterEach(async () => {
    await api.stop();
  });

  it('says of a cluster without OpenShift and Calico that nothing is installed', async () => {
    expect(await read()).toEqual(noClusterObjects);
    expect(api.requests.every((request) => request.startsWith('GET '))).toBe(true);
  });

  it('reads every object in a form that detection accepts', async () => {
    put('/apis/operator.tigera.io/v1/installations/default', 'operator.tigera.io/v1', 'Installation', 'default', {
      spec: { calicoNetwork: { linuxDataplane: 'Iptables', bgp: 'Disabled' } },
    });
    putPools(crd, pool('default-ipv4-ippool'));
    put(`${crd}/felixconfigurations`, 'crd.projectcalico.org/v1', 'FelixConfigurationList', '', {
      items: [{ metadata: { name: 'default' }, spec: { wireguardEnabled: true } }],
    });
    put(`${crd}/bgpconfigurations/default`, 'crd.projectcalico.org/v1', 'BGPConfiguration', 'default', {
      spec: { listenPort: 1179 },
    });
    put(`${crd}/bgpconfigurations`, 'crd.projectcalico.org/v1', 'BGPConfigurationList', '', {
      items: [{ metadata: { name: 'node.w1' }, spec: { listenPort: 2179 } }],
    });
    put(`${crd}/clusterinformations/default`, 'crd.projectcalico.org/v1', 'ClusterInformation', 'default', {
      spec: { calicoVersion: 'v3.27.2' },
    });
    put('/apis/config.openshift.io/v1/networks/cluster', 'config.openshift.io/v1', 'Network', 'cluster', {
      status: { clusterNetwork: [{ cidr: 'fd01::/48' }] },
    });
    put('/apis/operator.openshift.io/v1/networks/cluster', 'operator.openshift.io/v1', 'Network', 'cluster', {
      spec: { deployKubeProxy: true },
    });
    api.put('/api/v1/namespaces/openshift-kube-proxy/configmaps/proxy-config', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'proxy-config', namespace: 'openshift-kube-proxy' },
      data: { 'kube-proxy-config.yaml': 'kind: KubeProxyConfiguration\nmode: nftables\n' },
    });

    const objects = await read();
    const profile = detectProfile(objects);
    expect(detectNodeProfile(objects, 'w1').ports.value.bgp).toBe(2179);

    expect(
      Object.fromEntries(Object.entries(profile).map(([name, { value, source }]) => [name, [source, value]])),
    ).toMatchObject({
      calicoVersion: ['detected', 'v3.27'],
      dataplane: ['detected', 'Iptables'],
      encapsulation: ['detected', ['VXLAN']],
      bgp: ['detected', false],
      ipFamilies: ['detected', ['IPv6']],
      kubeProxyMode: ['detected', 'nftables'],
      wireguard: ['detected', true],
      typha: ['detected', true],
      ports: ['detected', { bgp: 1179 }],
    });
  });

  it.each([
    [403, 'forbidden'],
    [401, 'not logged in'],
    [500, 'HTTP status 500'],
  ])('tells an object that cannot be read (%s) from one that is not there', async (status, reason) => {
    api.failing = { pattern: /installations|ippools/, status };

    expect(await read()).toEqual({
      ...noClusterObjects,
      installation: unreadableObject(reason),
      ipPools: unreadableObject(reason),
    });
  });

  it("takes Calico's objects from the API group that has them", async () => {
    putPools(served, pool('of-v3'));
    expect((await read()).ipPools).toMatchObject({ status: 'found', object: { items: [pool('of-v3')] } });

    putPools(crd);
    expect((await read()).ipPools).toMatchObject({ status: 'found', object: { items: [pool('of-v3')] } });

    putPools(crd, pool('of-crd'));
    expect((await read()).ipPools).toMatchObject({ status: 'found', object: { items: [pool('of-crd')] } });

    api.failing = { pattern: /\/projectcalico\.org\//, status: 503 };
    expect((await read()).ipPools).toMatchObject({ status: 'found', object: { items: [pool('of-crd')] } });

    api.failing = { pattern: /\/crd\.projectcalico\.org\//, status: 403 };
    expect((await read()).ipPools).toMatchObject({ status: 'found', object: { items: [pool('of-v3')] } });
  });

  it('rejects when the API gives no answer', async () => {
    const client = new ApiClient(api.kubeConfig, new AbortController().signal);
    await api.stop();

    await expect(readClusterObjects(client)).rejects.toThrow(UnreachableError);
    await api.start();
  });
});
