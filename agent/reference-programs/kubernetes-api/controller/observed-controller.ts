import type { KubeConfig } from '@kubernetes/client-node';
import { electionTimes } from '../../../src/controller/leader/observed-lease';
import type { ControllerOptions } from '../../../src/controller/run-controller';
import { runController } from '../../../src/controller/run-controller';
import type { AgentLog } from '../../../src/foundation/agent-log';
import { namespace } from '../chart/helm';
import type { KubernetesClient } from '../kubernetes-client';
import type { LogLine } from '../observed-agent';

/** Where the chart has the Lease. */
export const lease = { namespace, name: 'calico-readiness-controller' };
export const leasePath = `/apis/coordination.k8s.io/v1/namespaces/${lease.namespace}/leases/${lease.name}`;

export const clusterReportPath = '/apis/calicoreadiness.io/v1alpha1/clusterreports/cluster';

const running = new Set<ObservedController>();

/** For after each test, however it ended; with what controllers leave in a cluster that specs share. */
export async function stopControllers(client: KubernetesClient): Promise<void> {
  for (const controller of [...running]) await controller.stop();
  await client.remove(leasePath);
  await client.remove(clusterReportPath);
}

/** A controller in this process, with what it logged. */
export class ObservedController {
  readonly lines: LogLine[] = [];
  private readonly ending = new AbortController();
  private readonly ended: Promise<void>;

  constructor(kubeConfig: KubeConfig, options: Partial<ControllerOptions> = {}) {
    this.ended = runController({
      kubeConfig,
      identity: 'a',
      lease,
      electionTimes: electionTimes(3),
      signal: this.ending.signal,
      log: this.log,
      random: () => 0,
      ...options,
    });
    running.add(this);
    // Whoever stops it is told.
    this.ended.catch(() => undefined);
  }

  /** The sentences that are at least warnings. */
  get warnings(): readonly string[] {
    return this.lines.filter(({ level }) => level !== 'info').map(({ message }) => message);
  }

  /** Ends it. Rejects with what it failed with. */
  async stop(): Promise<void> {
    running.delete(this);
    this.ending.abort();
    await this.ended;
  }

  private get log(): AgentLog {
    const remember =
      (level: string) =>
      (fields: object, message: string): void => {
        this.lines.push({ level, message, fields });
      };
    return { debug: () => undefined, info: remember('info'), warn: remember('warn'), error: remember('error') };
  }
}
