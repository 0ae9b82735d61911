import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { installRights, removeRights, tokenOf } from '../chart/installed-chart';
import { policiesPath } from '../custom-resources';
import { kubeconfigText } from '../kubeconfigs';
import { KubernetesClient } from '../kubernetes-client';
import { aWhile, eventually } from '../observed-agent';
import { lease, leasePath, stopControllers } from './observed-controller';

const main = join(import.meta.dirname, '../../../src/main.ts');
const repository = join(import.meta.dirname, '../../../..');

/** A controller as a process of its own, as a pod has it. */
class ControllerProcess {
  readonly child: ChildProcess;
  log = '';
  private readonly ended: Promise<unknown>;

  constructor(kubeconfig: string, identity: string) {
    const words = ['controller', '--kubeconfig', kubeconfig, '--namespace', lease.namespace, '--identity', identity];
    this.child = spawn(process.execPath, ['--import', 'tsx', main, ...words, '--lease-duration', '6'], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
    await this.ended;
  }
}

describe('of two controllers', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const processes: ControllerProcess[] = [];
  let directory: string;
  let kubeconfig: string;
  const start = (identity: string): ControllerProcess => {
    const begun = new ControllerProcess(kubeconfig, identity);
    processes.push(begun);
    return begun;
  };
  const spec = async () =>
    (await client.get(leasePath))?.['spec'] as { holderIdentity?: string; leaseTransitions?: number } | undefined;
  const untilHeldBy = (holder: string): Promise<void> =>
    eventually(async () => expect((await spec())?.holderIdentity).toBe(holder));

  beforeAll(async () => {
    await installRights(client);
    directory = mkdtempSync(join(tmpdir(), 'controllers-'));
    kubeconfig = join(directory, 'kubeconfig');
    const token = await tokenOf(client, 'calico-readiness-controller');
    writeFileSync(kubeconfig, kubeconfigText(cluster, { user: { token } }));
  });
  afterEach(async () => {
    for (const process of processes.splice(0)) await process.end('SIGKILL');
    await stopControllers(client);
    await client.remove(`${policiesPath}/cluster`);
  });
  afterAll(async () => {
    await removeRights(client);
    rmSync(directory, { recursive: true });
  });

  it('one leads and the other waits; it takes over when the first is gone without a word', async () => {
    const first = start('first');
    await untilHeldBy('first');
    const second = start('second');
    await eventually(() => expect(second.log).toContain('Beginning'));
    await aWhile(8000);
    expect(await spec()).toMatchObject({ holderIdentity: 'first', leaseTransitions: 0 });
    expect(second.log).not.toContain('Leading');

    await first.end('SIGKILL');
    const killed = performance.now();
    await untilHeldBy('second');

    expect(performance.now() - killed).toBeGreaterThan(3000);
    expect(await spec()).toMatchObject({ leaseTransitions: 1 });
    // It keeps the policy from then on.
    await client.remove(`${policiesPath}/cluster`);
    await eventually(async () => expect(await client.get(`${policiesPath}/cluster`)).toBeDefined());
  });

  it('the first gives the lease back when it is told to end, and the other need not wait', async () => {
    const first = start('first');
    await untilHeldBy('first');
    const second = start('second');
    await eventually(() => expect(second.log).toContain('Beginning'));
    await first.end('SIGTERM');
    expect(first.log).toContain('Gave the Lease back');
    const ended = performance.now();
    await untilHeldBy('second');

    expect(performance.now() - ended).toBeLessThan(4000);
    expect(first.child.exitCode).toBe(0);
  });
});
