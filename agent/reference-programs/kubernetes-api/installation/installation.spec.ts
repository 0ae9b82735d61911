import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterReport, NodeReport } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { bundleAgent } from '../../../../scripts/build/agent-bundle';
import { fixtureHosts } from '../../../test/fixture-hosts';
import { CertificateAuthority } from '../certificates';
import { namespace } from '../chart/helm';
import { makeNamespace } from '../chart/installed-chart';
import { definitionsPath, policiesPath, reportsPath } from '../custom-resources';
import { kubeconfigText } from '../kubeconfigs';
import { eventually } from '../observed-agent';
import type { OpenShiftCluster } from '../openshift/openshift-cluster';
import { startOpenShiftCluster } from '../openshift/openshift-cluster';
import type { EndedJob } from './hooks-by-hand';
import { runningJobs } from './hooks-by-hand';
import { KubeletByHand } from './kubelet-by-hand';
import { everythingOf } from './left-behind';
import type { PodSpec } from './pod';
import { serverTable } from './server-table';
import { Transcript } from './transcript';
import { repository, typed } from './typed-helm';

const consolePath = '/apis/operator.openshift.io/v1/consoles/cluster';
const daemonSetPath = `/apis/apps/v1/namespaces/${namespace}/daemonsets/calico-readiness-agent`;
const previous = 'agent/reference-programs/kubernetes-api/installation/previous/calico-readiness-0.1.0.tgz';
const deploymentPath = `/apis/apps/v1/namespaces/${namespace}/deployments/calico-readiness-controller`;
const clusterReportsPath = '/apis/calicoreadiness.io/v1alpha1/clusterreports';
const clusterReportPath = `${clusterReportsPath}/cluster`;
const servingCertificate = 'calico-readiness-controller-certificate';
const nodeName = 'worker-1';
const install = `helm install calico-readiness charts/calico-readiness --namespace ${namespace} --set images.registry=registry.example/calico`;
const upgradeWith = `helm upgrade calico-readiness charts/calico-readiness --namespace ${namespace}`;
const upgrade = `${upgradeWith} --reset-then-reuse-values`;
const release = `calico-readiness --namespace ${namespace}`;

/** One story, told in order: each step stands on the one before. */
// It mounts, and starts programs as other users. In CI it fails without root, as everything does that misses something.
describe.skipIf(process.env['CI'] !== 'true' && process.getuid?.() !== 0)('a release of the chart', () => {
  const transcript = new Transcript();
  let api: OpenShiftCluster;
  let kubelet: KubeletByHand;
  let kubeconfig: string;
  let home: string;

  /** Types it, runs the Jobs that it makes, and writes down what is seen. */
  const type = async (command: string): Promise<{ readonly text: string; readonly jobs: readonly EndedJob[] }> => {
    const { result, jobs } = await runningJobs(api.client, kubelet, typed(command, kubeconfig, home));
    transcript.add(command, result.text);
    expect(result).toMatchObject({ status: 0 });
    return { text: result.text, jobs };
  };
  const plugins = async (): Promise<unknown> =>
    ((await api.client.do('GET', consolePath))['spec'] as { plugins?: unknown }).plugins;
  const chartOf = async (): Promise<string | undefined> =>
    (await api.client.do('GET', daemonSetPath)).metadata.labels?.['helm.sh/chart'];
  const templateOf = async (path: string): Promise<{ spec: PodSpec }> =>
    ((await api.client.do('GET', path))['spec'] as { template: { spec: PodSpec } }).template;
  const report = (): Promise<NodeReport | undefined> =>
    api.client.get(`${reportsPath}/${nodeName}`) as Promise<NodeReport | undefined>;

  beforeAll(async () => {
    api = await startOpenShiftCluster(inject('cluster'), 'installation');
    home = join(api.cluster.directory, 'home');
    mkdirSync(home);
    kubeconfig = join(home, 'kubeconfig');
    const { certificate, key } = api.cluster.administrator;
    const base64 = (text: string): string => Buffer.from(text).toString('base64');
    const user = { 'client-certificate-data': base64(certificate), 'client-key-data': base64(key) };
    writeFileSync(kubeconfig, kubeconfigText(api.cluster, { user }), { mode: 0o600 });

    const program = join(home, 'program');
    await bundleAgent(join(program, 'dist'));
    writeFileSync(join(program, 'package.json'), '{"type": "module"}');
    cpSync(join(repository, 'agent/bin'), join(program, 'bin'), { recursive: true });
    symlinkSync('calico-readiness.js', join(program, 'bin/calico-readiness'));
    // Where Node.js is elsewhere than below /usr, the container would not have it.
    cpSync(process.execPath, join(program, 'bin/node'));

    const host = join(home, 'host');
    cpSync(fixtureHosts.find(({ name }) => name === 'rhcos-4.20')!.root, host, {
      recursive: true,
      verbatimSymlinks: true,
    });
    for (const name of ['boot', 'usr/local', 'var/lib/NetworkManager'])
      mkdirSync(join(host, name), { recursive: true });
    kubelet = new KubeletByHand(api, program, host, nodeName);

    await makeNamespace(api.client);
    await makeServingCertificate(api);
    await api.client.create('/api/v1/nodes', { metadata: { name: nodeName } });
    await api.client.create('/apis/operator.openshift.io/v1/consoles', {
      apiVersion: 'operator.openshift.io/v1',
      kind: 'Console',
      metadata: { name: 'cluster' },
      spec: { managementState: 'Managed', plugins: ['networking-console-plugin', 'monitoring-plugin'] },
    });
  }, 180_000);
  afterAll(async () => {
    await kubelet.end();
    await api.stop();
    rmSync(home, { recursive: true });
  });

  it('is installed, and its hook enables the plugin behind the others', async () => {
    transcript.chapter(
      'Install',
      'The namespace `calico-readiness` is there, as [Install](install.md) says; the console has two other plugins enabled.',
    );
    const { jobs } = await type(install);
    tellJobs(jobs);

    expect(jobs).toEqual([
      {
        name: 'calico-readiness-console-enable',
        status: 0,
        output: 'The plugin calico-readiness is enabled. The console rolls out again; reload it afterwards.\n',
      },
    ]);
    expect(await plugins()).toEqual(['networking-console-plugin', 'monitoring-plugin', 'calico-readiness']);
    for (const offered of ['consolequickstarts', 'consoleyamlsamples'])
      expect(await api.client.do('GET', `/apis/console.openshift.io/v1/${offered}`)).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ spec: expect.anything() as unknown })]) as unknown,
      });
  });

  it('has a controller and an agent that work with the accounts, the arguments and the rights of their pods', async () => {
    const controller = await kubelet.start(await templateOf(deploymentPath));
    const { program, logFile } = await kubelet.start(await templateOf(daemonSetPath));
    try {
      const written = await eventually(async () => {
        const current = await report();
        expect(current?.status, readFileSync(logFile, 'utf8')).toBeDefined();
        return current!;
      });
      const [log] = readFileSync(logFile, 'utf8').split('\n');

      expect(written.metadata.ownerReferences).toMatchObject([{ kind: 'Node', name: nodeName }]);
      expect(written.status?.findings.length).toBeGreaterThan(30);
      expect(JSON.parse(log ?? '')).toMatchObject({ node: nodeName, hostRoot: '/host', msg: 'Beginning' });
      expect(levelsOf(logFile)).toEqual([]);

      const summedUp = await eventually(async () => {
        const found = (await api.client.get(clusterReportPath)) as ClusterReport | undefined;
        expect(found?.status?.nodes.notReady, readFileSync(controller.logFile, 'utf8')).toBe(1);
        return found!;
      });
      expect(summedUp.status).toMatchObject({
        verdict: 'NotReady',
        nodes: { nodes: 1, ready: 0, notReady: 1, unknown: 0, stale: 0, noReport: 0 },
        profile: written.status?.profile,
      });
      expect(summedUp.status?.causes.flatMap(({ nodeNames }) => nodeNames)).toContain(nodeName);
      expect(levelsOf(controller.logFile)).toEqual([]);
    } finally {
      await program.stop();
      await controller.program.stop();
    }
    await kubelet.removePods();
    // The service CA's Secret is the Service's, with which the garbage collector takes it away.
    await api.client.remove(`/api/v1/namespaces/${namespace}/secrets/${servingCertificate}`);
    transcript.say('The controller and one agent ran, on a node with the files of an OpenShift 4.20 worker:');
    // How many requirements are Unknown depends on whether the way to the API has been tested by now.
    const reports = await serverTable(api.client, reportsPath);
    transcript.add('oc get nodereports', reports.replace(/(NotReady +\d+ +)\d+/, '$1…'));
    transcript.add('oc get clusterreport', await serverTable(api.client, clusterReportsPath));
  });

  it('is uninstalled, and leaves definitions and reports, and the other plugins enabled', async () => {
    transcript.chapter('Uninstall', 'The hook takes the plugin off the list before the pages go.');
    await api.client.patch(`${policiesPath}/cluster`, { spec: policy.spec });
    const { jobs } = await type(`helm uninstall ${release}`);
    tellJobs(jobs);

    expect(jobs).toMatchObject([{ name: 'calico-readiness-console-disable', status: 0 }]);
    expect(await plugins()).toEqual(['networking-console-plugin', 'monitoring-plugin']);
    expect(await everythingOf(api.client)).toEqual([
      'customresourcedefinitions clusterreports.calicoreadiness.io',
      'customresourcedefinitions nodereports.calicoreadiness.io',
      'customresourcedefinitions readinesspolicies.calicoreadiness.io',
    ]);
    expect(await report()).toBeDefined();
    expect(await api.client.get(`${policiesPath}/cluster`)).toBeDefined();
  });

  it('is upgraded from the previous version, with its values', async () => {
    transcript.chapter(
      'Upgrade',
      'From version 0.1.0 of the chart, which takes over what the release before it left. Values that were set stay set, and new ones get their defaults. The constraints of 0.1.0 lack a field that their definition asks for.',
    );
    await type(
      `helm install calico-readiness ${previous} --namespace ${namespace} --set images.registry=registry.example/calico --set agent.observeIntervalSeconds=60 --set agent.securityContextConstraints=never`,
    );
    expect(await chartOf()).toBe('calico-readiness-0.1.0');
    expect(await plugins()).not.toContain('calico-readiness');
    const reused = await typed(`${upgradeWith} --reuse-values --dry-run --debug`, kubeconfig, home);
    expect(reused.status, reused.text).toBe(0);
    expect(reused.text, 'without the new values there is no hook, and definitions are kept').not.toContain('kind: Job');
    expect(reused.text).toContain('helm.sh/resource-policy: keep');

    const { jobs } = await type(`${upgrade} --set agent.securityContextConstraints=auto`);
    tellJobs(jobs);
    expect(await chartOf()).not.toBe('calico-readiness-0.1.0');
    expect(JSON.stringify(await api.client.do('GET', daemonSetPath))).toContain('--observe-interval=60');
    expect(await plugins()).toEqual(['networking-console-plugin', 'monitoring-plugin', 'calico-readiness']);
    expect(await api.client.get(`${policiesPath}/cluster`)).toMatchObject({ spec: policy.spec });
  });

  it('is rolled back to it, and upgraded again', async () => {
    transcript.chapter(
      'Roll back',
      'Version 0.1.0 has no hooks, so the plugin stays as it was. Definitions go back as well; reports stay.',
    );
    await type(`helm rollback calico-readiness 1 --namespace ${namespace}`);
    expect(await chartOf()).toBe('calico-readiness-0.1.0');
    expect(await plugins()).toContain('calico-readiness');
    expect(
      await api.client.get('/apis/rbac.authorization.k8s.io/v1/clusterroles/calico-readiness-console'),
    ).toBeUndefined();
    expect(await report()).toBeDefined();

    const { jobs } = await runningJobs(api.client, kubelet, typed(upgrade, kubeconfig, home));
    expect(jobs).toMatchObject([{ output: 'The plugin calico-readiness was enabled already.\n' }]);
    await type(`helm history ${release}`);
  });

  it('tells of a hook that fails, and goes without hooks where that is asked for', async () => {
    transcript.chapter(
      'When the hook fails',
      'Here its right was taken away. Everything stays, but the release counts as one that is being uninstalled. `--no-hooks` goes on; then the plugin has to be taken off the list by hand.',
    );
    await api.client.remove('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/calico-readiness-console');
    const command = `helm uninstall ${release}`;
    const { result, jobs } = await runningJobs(api.client, kubelet, typed(command, kubeconfig, home));
    transcript.add(command, result.text);
    tellJobs(jobs);

    expect(result.status).toBe(1);
    expect(jobs[0]?.output).toContain('cannot get resource "consoles"');
    expect(await api.client.get(daemonSetPath)).toBeDefined();

    await type(`helm uninstall ${release} --no-hooks`);
    expect(await api.client.get(daemonSetPath)).toBeUndefined();
    expect(await plugins()).toContain('calico-readiness');
    // The Job that failed ends itself after a day.
    await api.client.remove(`/apis/batch/v1/namespaces/${namespace}/jobs/calico-readiness-console-disable`);
  });

  it('leaves nothing at all where that is asked for', async () => {
    transcript.chapter(
      'Without leaving anything',
      'Every report and policy goes with the definitions, also those of releases before this one.',
    );
    expect(await report()).toBeDefined();
    await type(`${install} --set definitions.keep=false`);
    const { jobs } = await type(`helm uninstall ${release}`);
    tellJobs(jobs);

    await eventually(async () => expect(await everythingOf(api.client)).toEqual([]));
    expect(await plugins()).toEqual(['networking-console-plugin', 'monitoring-plugin']);
    expect(await api.client.get(`${definitionsPath}/nodereports.calicoreadiness.io`)).toBeUndefined();
  });

  it('goes as the document tells it', () => {
    transcript.expectWritten();
  });

  function tellJobs(jobs: readonly EndedJob[]): void {
    for (const { name, output } of jobs) transcript.log(name, output);
  }
});

const policy = { spec: { profile: { calicoVersion: 'v3.30' } } };

/** Writes the certificate of metrics, as OpenShift's service CA does. */
async function makeServingCertificate({ client, cluster }: OpenShiftCluster): Promise<void> {
  const { certificate, key } = CertificateAuthority.of(cluster.directory, 'authority').server('metrics');
  await client.create(`/api/v1/namespaces/${namespace}/secrets`, {
    metadata: { name: servingCertificate },
    type: 'kubernetes.io/tls',
    stringData: { 'tls.crt': readFileSync(certificate, 'utf8'), 'tls.key': readFileSync(key, 'utf8') },
  });
}

/** Lines of the log that are at least warnings, as pino counts. */
const levelsOf = (file: string): readonly string[] =>
  (existsSync(file) ? readFileSync(file, 'utf8') : '')
    .split('\n')
    .filter((line) => line.startsWith('{') && (JSON.parse(line) as { level: number }).level >= 40);
