import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareCluster, startApiServer } from '../../reference-programs/kubernetes-api/api-server';
import type { Cluster } from '../../reference-programs/kubernetes-api/cluster';
import { installDefinitions, ownDefinitions } from '../../reference-programs/kubernetes-api/custom-resources';
import type { Etcd } from '../../reference-programs/kubernetes-api/etcd';
import { startEtcd } from '../../reference-programs/kubernetes-api/etcd';
import { agentRules, createAccount, requestToken } from '../../reference-programs/kubernetes-api/identities';
import { kubeconfigText } from '../../reference-programs/kubernetes-api/kubeconfigs';
import { KubernetesClient } from '../../reference-programs/kubernetes-api/kubernetes-client';
import type { RunningProgram } from '../../reference-programs/kubernetes-api/running-program';
import type { AuditedRequest } from './audit-log';
import { auditedRequests, auditPolicy } from './audit-log';

/** Seconds: longer than any run. */
const tokenLife = 24 * 3600;
/** Of the agents, in the audit log. */
const agentUser = 'system:serviceaccount:default:agent';

/** An etcd and an API server of their own, whose requests are counted. */
export class FleetWorld {
  private apiServer: RunningProgram | undefined;

  private constructor(
    private readonly directory: string,
    private readonly cluster: Cluster,
    readonly etcd: Etcd,
    readonly client: KubernetesClient,
  ) {}

  /** Starts both, with our definitions and an account for the agents. */
  static async start(directory: string): Promise<FleetWorld> {
    const etcd = await startEtcd(join(directory, 'etcd'));
    const cluster = await prepareCluster(join(directory, 'api'), etcd.url);
    writeFileSync(join(directory, 'audit-policy.json'), JSON.stringify(auditPolicy));
    const world = new FleetWorld(directory, cluster, etcd, new KubernetesClient(cluster));
    await world.startApi();
    await installDefinitions(world.client, ownDefinitions);
    await createAccount(world.client, 'agent', agentRules);
    const token = await requestToken(world.client, 'agent', tokenLife);
    writeFileSync(world.kubeconfig, kubeconfigText(cluster, { user: { token } }));
    return world;
  }

  /** Path of the file that agents log in with. */
  get kubeconfig(): string {
    return join(this.directory, 'kubeconfig');
  }

  get apiProcess(): number {
    if (this.apiServer === undefined) throw new Error('The API server does not run');
    return this.apiServer.pid;
  }

  async startApi(): Promise<void> {
    this.apiServer = await startApiServer(this.cluster, [
      `--audit-policy-file=${join(this.directory, 'audit-policy.json')}`,
      `--audit-log-path=${this.auditLog}`,
    ]);
  }

  async killApi(): Promise<void> {
    await this.apiServer?.stop('SIGKILL');
    this.apiServer = undefined;
  }

  /** What agents asked since a time; milliseconds of the wall clock. */
  requestsSince(time: number): readonly AuditedRequest[] {
    const requests = auditedRequests(readFileSync(this.auditLog, 'utf8').split('\n'));
    return requests.filter(({ receivedAt, user }) => user === agentUser && receivedAt >= time);
  }

  /** Bytes of etcd's database, what it has given up included. */
  async databaseBytes(): Promise<number> {
    const answer = await fetch(`${this.etcd.url}/v3/maintenance/status`, { method: 'POST', body: '{}' });
    return Number(((await answer.json()) as { readonly dbSize: string }).dbSize);
  }

  async end(): Promise<void> {
    await this.killApi();
    await this.etcd.program.stop('SIGKILL');
  }

  private get auditLog(): string {
    return join(this.directory, 'audit.log');
  }
}
