import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NodeReport } from '@calico-readiness/requirements';
import { buildNative } from '../../../scripts/build/native-part';
import { createLocalBackend } from '../../../standalone/server/src/backends/local';
import { ConsoleServer } from '../../../standalone/server/src/http/console-server';
import { nodeReportType } from '../../../standalone/server/src/kubernetes/resource-type';
import { referenceProgramEnvironment } from '../reference-programs';

const source = join(import.meta.dirname, '../../../standalone/server/src');

/** Whether this machine has the device that leads to the peers which a process made. */
const hasDevice = (maker: number | undefined): boolean => Object.hasOwn(networkInterfaces(), `flows${String(maker)}`);

/** The peers that run, as pgrep(1) lists them. */
const peers = (): string =>
  spawnSync('pgrep', ['--full', `${source}/flow-peers/flow-peer[.]ts`], { encoding: 'utf8' }).stdout;

/** Until something holds; a busy machine may take its time. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await sleep(200);
};

beforeAll(() => {
  expect(buildNative(), 'npm run build:native').toBeUndefined();
  // Peers are made with the programs of the machine, or with the unpacked ones.
  Object.assign(process.env, referenceProgramEnvironment(), { NODE_OPTIONS: '--import=tsx' });
});

describe('the peers of the standalone host', () => {
  it('are visited by this machine’s agent, which names the one with a firewall, and leave nothing behind', async () => {
    const warnings: string[] = [];
    const backend = await createLocalBackend({ hostRoot: '/', flowPeers: true }, (text) => warnings.push(text));
    expect(backend.notice).toMatch(/^Flows are tested with three peers/);
    expect(hasDevice(process.pid)).toBe(true);
    expect(peers()).not.toBe('');
    const none = { pluginDirectory: '/nonexistent', shellDirectory: '/nonexistent', testControls: false };
    const server = new ConsoleServer({ profile: '4.22', backend, ...none }, 'a-token-of-this-test');
    await server.listen(0);
    const ending = new AbortController();
    const running = backend.run(server.apiAccess, ending.signal);

    const verdicts = (): ReadonlyMap<string, readonly [string, string, string | undefined]> => {
      const reports = backend.api.store.list(nodeReportType) as unknown as readonly NodeReport[];
      const own = reports.find(({ metadata }) => !metadata.name.startsWith('flow-peer-'));
      const findings = own?.status?.findings ?? [];
      return new Map(
        findings.map(({ requirement, verdict, reason, observed }) => [requirement, [verdict, reason, observed]]),
      );
    };
    const verdict = (requirement: string): string | undefined => verdicts().get(requirement)?.[0];
    await until(() => verdict('bgp-port-open') === 'Fail' && verdict('ipip-protocol-open') === 'Fail');
    for (const requirement of ['bgp-port-open', 'ipip-protocol-open']) {
      const [, reason, observed] = verdicts().get(requirement) ?? [];
      expect(reason).toBe('FlowFiltered');
      expect(observed).toMatch(/flow-peer-3 \(filtered\)$/);
    }
    expect(verdicts().get('typha-port-open')).toEqual(['Pass', 'FlowsOpen', 'TCP 5473: 3 of 3 peers']);

    ending.abort();
    await running;
    await server.close();
    // The kernel takes a namespace apart after its last process has ended.
    await until(() => !hasDevice(process.pid));
    expect(peers()).toBe('');
    expect(warnings).toEqual([]);
  });

  it.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
    'go with the program that made them, also when it ends by %s',
    async (signal) => {
      const program = [
        `const { createLocalBackend } = await import('${source}/backends/local.ts');`,
        `const { notice } = await createLocalBackend({ hostRoot: '/', flowPeers: true }, console.error);`,
        'console.log(notice);',
        'setInterval(() => undefined, 1000);',
      ].join('\n');
      const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [notice] = (await once(child.stdout, 'data')) as [Buffer];
      expect(notice.toString()).toMatch(/^Flows are tested with three peers/);
      expect(hasDevice(child.pid)).toBe(true);

      child.kill(signal);
      await once(child, 'close');
      await until(() => !hasDevice(child.pid) && peers() === '');
    },
  );
});
