import { join } from 'node:path';
import { prepareCluster, startApiServer } from '../api-server';
import type { Cluster } from '../cluster';
import { installDefinitions } from '../custom-resources';
import { KubernetesClient } from '../kubernetes-client';
import { monitoringDefinitions } from '../monitoring/monitoring-definitions';
import type { RunningProgram } from '../running-program';
import { openShiftDefinitions } from './openshift-definitions';

/** A cluster that knows the kinds of OpenShift and of its monitoring, and has none of its programs. */
export interface OpenShiftCluster {
  readonly cluster: Cluster;
  readonly client: KubernetesClient;
  stop(): Promise<void>;
}

/** Starts an API server of its own beside the shared one, which stays any Kubernetes. */
export async function startOpenShiftCluster(shared: Cluster, name: string): Promise<OpenShiftCluster> {
  const cluster = await prepareCluster(join(shared.directory, '..', name), shared.etcdUrl);
  const program: RunningProgram = await startApiServer(cluster);
  const client = new KubernetesClient(cluster);
  await installDefinitions(client, [...openShiftDefinitions(), ...monitoringDefinitions()]);
  return { cluster, client, stop: () => program.stop('SIGKILL') };
}
