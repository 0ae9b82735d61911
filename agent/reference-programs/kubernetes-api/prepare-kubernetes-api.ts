import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Cluster } from './cluster';
import { prepareCluster, startApiServer } from './api-server';
import { fetchKubernetesApi, howToGetKubernetesApi } from './build-kubernetes-api';
import { installDefinitions, ownDefinitions } from './custom-resources';
import { startEtcd } from './etcd';
import { KubernetesClient } from './kubernetes-client';
import type { RunningProgram } from './running-program';

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster that all specs share. */
    readonly cluster: Cluster;
  }
}

/** Runs once before all specs: one etcd and one API server for all of them. Returns what ends both. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!fetchKubernetesApi()) throw new Error(howToGetKubernetesApi);
  const directory = mkdtempSync(join(tmpdir(), 'kubernetes-api-'));
  const running: Pick<RunningProgram, 'stop'>[] = [];
  const end = async (): Promise<void> => {
    for (const program of running.reverse()) await program.stop('SIGKILL');
    rmSync(directory, { recursive: true });
  };
  try {
    const etcd = await startEtcd(join(directory, 'etcd'));
    running.push(etcd.program);
    const cluster = await prepareCluster(join(directory, 'shared'), etcd.url);
    running.push(await startApiServer(cluster));
    await installDefinitions(new KubernetesClient(cluster), ownDefinitions);
    project.provide('cluster', cluster);
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
