import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NodeReport } from '@calico-readiness/requirements';
import { FakeKubernetesApi } from '../../test/fake-kubernetes-api';
import { runCommandLine } from './command-line';
import { exitStatus } from './exit-status';

describe('check --cluster', () => {
  let api: FakeKubernetesApi;
  let directory: string;
  const file = (name: string, text: string): string => {
    writeFileSync(path.join(directory, name), text);
    return path.join(directory, name);
  };
  const run = async (...words: string[]) => {
    let [output, errors] = ['', ''];
    const status = await runCommandLine(['check', '--host-root', directory, '-o', 'json', ...words], {
      isTerminal: false,
      environment: {},
      write: (text) => {
        output += text;
      },
      writeError: (text) => {
        errors += text;
      },
    });
    return { status, output, errors };
  };
  const profileOf = async (...words: string[]) =>
    (
      JSON.parse(
        (await run('--cluster', file('kubeconfig', api.kubeConfig.exportConfig()), ...words)).output,
      ) as NodeReport
    ).status!.profile;

  beforeEach(async () => {
    api = new FakeKubernetesApi();
    await api.start();
    directory = mkdtempSync(path.join(tmpdir(), 'check-'));
    api.put('/apis/crd.projectcalico.org/v1/felixconfigurations', {
      apiVersion: 'crd.projectcalico.org/v1',
      kind: 'FelixConfigurationList',
      metadata: { name: '' },
      items: [
        { metadata: { name: 'default' }, spec: { bpfEnabled: false, vxlanPort: 8472 } },
        { metadata: { name: 'node.worker-1' }, spec: { bpfEnabled: true } },
      ],
    });
  });
  afterEach(async () => {
    await api.stop();
    rmSync(directory, { recursive: true });
  });

  it('judges by what the cluster shows', async () => {
    expect(await profileOf()).toMatchObject({
      dataplane: { value: 'Iptables', source: 'detected', from: 'FelixConfiguration default spec.bpfEnabled' },
      ports: { value: { vxlan: 8472 }, source: 'detected' },
      bgp: { value: true, source: 'defaulted', from: 'default of Calico v3.25; Installation default does not exist' },
    });
  });

  it('judges by the settings of the named node', async () => {
    expect(await profileOf('--node-name', 'worker-1')).toMatchObject({
      dataplane: { value: 'BPF', from: 'FelixConfiguration node.worker-1 spec.bpfEnabled' },
    });
  });

  it('lets options and a file overrule the cluster, port by port', async () => {
    const profile = file('profile.yaml', 'ports: {bgp: 1179}\n');

    expect(await profileOf('--dataplane', 'nftables', '--profile', profile)).toMatchObject({
      dataplane: { value: 'Nftables', source: 'declared', from: 'command line' },
      ports: { value: { bgp: 1179, vxlan: 8472 }, source: 'declared' },
    });
  });

  it.each<[string, () => string[], RegExp]>([
    [
      'a node without a cluster',
      () => ['--node-name', 'worker-1'],
      /^error: option '--node-name <name>' needs --cluster/,
    ],
    [
      'a file that is not there',
      () => ['--cluster', path.join(directory, 'none')],
      /^error: option '--cluster \[kubeconfig\]': \S+none cannot be used: /,
    ],
    [
      'a file that names no cluster',
      () => ['--cluster', file('empty', 'apiVersion: v1\nkind: Config\nclusters: []\nusers: []\ncontexts: []\n')],
      /names no current context with a cluster\.\n$/,
    ],
  ])('refuses %s', async (_, words, message) => {
    const { status, output, errors } = await run(...words());

    expect({ status, output }).toEqual({ status: exitStatus.wrongUsage, output: '' });
    expect(errors).toMatch(message);
  });

  it('says that the cluster cannot be reached', async () => {
    const kubeconfig = file('kubeconfig', api.kubeConfig.exportConfig());
    await api.stop();

    const { status, errors } = await run('--cluster', kubeconfig);
    await api.start();

    expect(status).toBe(exitStatus.wrongUsage);
    expect(errors).toMatch(/^error: option '--cluster \[kubeconfig\]': http:\/\/127\.0\.0\.1:\d+ cannot be reached: /);
  });
});
