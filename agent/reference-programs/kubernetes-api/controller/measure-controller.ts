import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClusterReport, NodeReportStatus } from '@calico-readiness/requirements';
import { fetchKubernetesApi, howToGetKubernetesApi } from '../build-kubernetes-api';
import { prepareCluster, startApiServer } from '../api-server';
import { controllerAccess, installRights } from '../chart/installed-chart';
import { installDefinitions, ownDefinitions } from '../custom-resources';
import { startEtcd } from '../etcd';
import { KubernetesClient } from '../kubernetes-client';
import { lease } from './observed-controller';
import { goldenStatus, makeNode, writeReport } from './reported-nodes';

/*
 * What a controller takes at so many nodes, with genuine reports in a real API server:
 * npx tsx agent/reference-programs/kubernetes-api/controller/measure-controller.ts <nodes> <cli.js>
 */

const [count = '5000', program = 'agent/dist/cli.js'] = process.argv.slice(2);
const nodes = Number(count);
const hosts = ['rhcos-4.20', 'rhel-9.4-firewalld', 'rhel-10-without-extra-modules', 'debian-12-rt-amd64-prepared'];
const statusOf = (index: number): NodeReportStatus => goldenStatus(hosts[index % hosts.length] ?? '');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const names = Array.from({ length: nodes }, (_, index) => `node-${String(index).padStart(5, '0')}.example.com`);
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function inParallel(work: (name: string, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < names.length; index = next++) await work(names[index] ?? '', index);
  };
  await Promise.all(Array.from({ length: 24 }, worker));
}

/** Kilobytes that are resident, and were at most (proc_pid_status(5)), and seconds of CPU time (proc_pid_stat(5)). */
function tell(pid: number, when: string): void {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  const [, resident] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
  const [, most] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  const processor = (Number(fields[11]) + Number(fields[12])) / 100;
  const megabytes = (kilobytes = '0'): string => `${String(Math.round(Number(kilobytes) / 1024))} MB`;
  say(`${when}: ${megabytes(resident)} resident, ${megabytes(most)} at most, ${String(processor)} s of CPU`);
}

async function main(): Promise<void> {
  if (!fetchKubernetesApi()) throw new Error(howToGetKubernetesApi);
  const directory = mkdtempSync(join(tmpdir(), 'measured-controller-'));
  const etcd = await startEtcd(join(directory, 'etcd'));
  const cluster = await prepareCluster(join(directory, 'cluster'), etcd.url);
  const apiServer = await startApiServer(cluster);
  const client = new KubernetesClient(cluster);
  await installDefinitions(client, ownDefinitions);
  await installRights(client);
  const kubeConfig = await controllerAccess(client, cluster);
  writeFileSync(join(directory, 'kubeconfig'), kubeConfig.exportConfig());
  const report = async (name: string, index: number, nodeUID: string): Promise<void> =>
    writeReport(client, name, statusOf(index), { nodeUID });
  const uids = new Map<string, string>();
  const filling = performance.now();
  await inParallel(async (name, index) => {
    const uid = await makeNode(client, name);
    uids.set(name, uid);
    await report(name, index, uid);
  });
  say(`${count} nodes with reports made in ${seconds(filling)}`);
  const words = ['controller', '--kubeconfig', join(directory, 'kubeconfig'), '--namespace', lease.namespace];
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  const pid = child.pid ?? 0;
  const read = async (): Promise<ClusterReport['status']> =>
    ((await client.get('/apis/calicoreadiness.io/v1alpha1/clusterreports/cluster')) as ClusterReport | undefined)
      ?.status;
  while ((await read())?.nodes.nodes !== nodes) await new Promise((resolve) => setTimeout(resolve, 200));
  say(`the ClusterReport is there ${seconds(started)} after the start`);
  tell(pid, 'then');
  const heartbeats = performance.now();
  await inParallel((name, index) => report(name, index, uids.get(name) ?? ''));
  tell(pid, `after ${count} heartbeats in ${seconds(heartbeats)}`);
  await new Promise((resolve) => setTimeout(resolve, 40_000));
  tell(pid, '40 s later');
  const status = await read();
  say(`the ClusterReport has ${String(JSON.stringify(status).length)} bytes: ${JSON.stringify(status?.nodes)}`);
  child.kill();
  await apiServer.stop('SIGKILL');
  await etcd.program.stop('SIGKILL');
  rmSync(directory, { recursive: true });
}

await main();
