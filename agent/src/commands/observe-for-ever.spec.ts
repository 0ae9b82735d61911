import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { declareProfile } from '@calico-readiness/requirements';
import { FakeKubernetesApi } from '../../test/fake-kubernetes-api';
import type { AgentOptions } from '../node-agent/agent-settings';
import { runAgent } from '../node-agent/run-agent';
import { OverdueError } from '../node-agent/watchdog';
import { observeForEver } from './observe-for-ever';

vi.mock('../node-agent/run-agent', () => ({ runAgent: vi.fn() }));

describe('an agent that hangs', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'agent-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
    process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT');
    vi.restoreAllMocks();
  });

  const observe = (livenessFile?: string): Promise<void> => {
    const kubeconfig = path.join(directory, 'kubeconfig');
    writeFileSync(kubeconfig, new FakeKubernetesApi().kubeConfig.exportConfig());
    return observeForEver({
      nodeName: 'worker-1',
      hostRoot: directory,
      observeInterval: 30,
      reportInterval: 900,
      kubeconfig,
      profile: declareProfile({}, ''),
      writtenPorts: {},
      awaitProfile: 0,
      logLevel: 'error',
      ...(livenessFile !== undefined && { livenessFile }),
    });
  };

  it('ends the process with status 1', async () => {
    vi.mocked(runAgent).mockRejectedValueOnce(new OverdueError('An observation', 300));
    const exit = vi.spyOn(process, 'exit').mockImplementation((status) => {
      throw new Error(`exit ${String(status)}`);
    });

    await expect(observe()).rejects.toThrow('exit 1');
    expect(exit).toHaveBeenCalledOnce();
  });

  it('has written its liveness file after each observation until then', async () => {
    const file = path.join(directory, 'alive');
    vi.mocked(runAgent).mockImplementationOnce(async ({ observationEnded }: AgentOptions) => {
      expect(existsSync(file)).toBe(false);
      await observationEnded?.();
    });
    await observe(file);

    expect(existsSync(file)).toBe(true);
  });
});
