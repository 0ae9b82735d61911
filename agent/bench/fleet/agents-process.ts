import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { reportsPath } from '../../reference-programs/kubernetes-api/custom-resources';
import { verdictLabel } from '../../src/publish/node-report';
import { nodeScript } from '../world/node-script';
import type { FleetWorld } from './fleet-world';

const partialMetadata = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
/** Megabytes: thousands of agents hold their reports. */
const heap = 12_000;

/** The process in which all agents run. */
export class AgentsProcess {
  /** Milliseconds of the wall clock. */
  readonly startedAt = Date.now();
  private readonly child: ChildProcess;

  constructor(
    kubeconfig: string,
    private readonly nodes: number,
    begin: number,
  ) {
    const words = ['--kubeconfig', kubeconfig, '--nodes', String(nodes), '--begin', String(begin)];
    const [command = '', ...parameters] = nodeScript('fleet/simulated-agents.ts', ...words);
    this.child = spawn(command, [`--max-old-space-size=${String(heap)}`, ...parameters], { stdio: 'inherit' });
  }

  /** Resolves when each agent has published its first report. Rejects when the process ends before. */
  async untilAllPublished(world: FleetWorld): Promise<void> {
    while ((await published(world)) < this.nodes) {
      if (this.child.exitCode !== null) throw new Error(`The agents ended with status ${String(this.child.exitCode)}`);
      await setTimeout(1000);
    }
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}

/** How many reports carry the label that agents write last. */
async function published(world: FleetWorld): Promise<number> {
  const path = `${reportsPath}?resourceVersion=0&labelSelector=${encodeURIComponent(verdictLabel)}`;
  const { body } = await world.client.ask('GET', path, { accept: partialMetadata });
  // A resource that was just defined has no list yet.
  return (body as { readonly items?: readonly unknown[] }).items?.length ?? 0;
}
