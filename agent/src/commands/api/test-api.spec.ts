import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FakeKubernetesApi } from '../../../test/fake-kubernetes-api';
import { testApi } from './test-api';

const bootId = 'proc/sys/kernel/random/boot_id';
const slice = '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes';

describe('a test of the API with a kubeconfig', () => {
  let api: FakeKubernetesApi;
  let directory: string;
  const root = (name: string, boot: string): string => {
    const file = path.join(directory, name, bootId);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, boot);
    return path.join(directory, name);
  };
  const own = (): string => root('own', readFileSync(`/${bootId}`, 'utf8'));
  const kubeconfig = (): string => {
    const file = path.join(directory, 'kubeconfig');
    writeFileSync(file, api.kubeConfig.exportConfig());
    return file;
  };
  const put = (at: string, more: object): void => {
    const name = at.split('/').at(-1) ?? '';
    api.put(at, { apiVersion: 'v1', kind: 'Any', metadata: { name }, ...more });
  };
  const waysOf = async (nodeName: string): Promise<unknown> => {
    const { apiAccess } = await testApi({ kubeconfig: kubeconfig(), hostRoot: own(), nodeName, pause: 10 });
    return apiAccess?.status === 'observed' ? apiAccess.value.ways : apiAccess;
  };

  beforeEach(async () => {
    api = new FakeKubernetesApi();
    await api.start();
    directory = mkdtempSync(path.join(tmpdir(), 'test-api-'));
    // Nothing listens on tcpmux's port.
    put(slice, { endpoints: [{ addresses: ['127.0.0.1'] }], ports: [{ port: 1 }] });
    put('/api/v1/nodes/here', {});
    put('/api/v1/namespaces/default/services/kubernetes', { spec: { clusterIP: '127.0.0.2', ports: [{ port: 1 }] } });
  });
  afterEach(async () => {
    await api.stop();
    rmSync(directory, { recursive: true });
  });

  it('names a server that is not reached as failing after three tests, while the API answers otherwise', async () => {
    expect(await waysOf('elsewhere')).toEqual([
      { kind: 'server', address: '127.0.0.1:1', outcome: 'refused', said: 'ECONNREFUSED', failing: true },
    ]);
    expect(api.requests.filter((request) => request === `GET ${slice}`)).toHaveLength(4);
  });

  it('tests the address of the service on a node of the cluster as well', async () => {
    expect(await waysOf('here')).toMatchObject([
      { kind: 'service', address: '127.0.0.2:1', failing: true },
      { kind: 'server', address: '127.0.0.1:1', failing: true },
    ]);
  });

  it('refuses a tree of another boot, and one that says nothing of it', async () => {
    for (const hostRoot of [root('other', '00000000-0000-4000-8000-000000000000\n'), directory])
      await expect(testApi({ kubeconfig: kubeconfig(), hostRoot })).rejects.toThrow('is not the root of this machine');
  });

  it('says that a login is not accepted', async () => {
    api.failing = { pattern: /endpointslices/, status: 401 };
    await expect(testApi({ kubeconfig: kubeconfig(), hostRoot: own() })).rejects.toThrow(
      /does not accept the login of .*kubeconfig \(401\); it may have expired/,
    );
  });

  it('says that a server is not there', async () => {
    const file = kubeconfig();
    await api.stop();
    await expect(testApi({ kubeconfig: file, hostRoot: own() })).rejects.toThrow(/cannot be reached: .*ECONNREFUSED/);
    await api.start();
  });
});
