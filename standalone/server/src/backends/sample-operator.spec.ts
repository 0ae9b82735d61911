import { createSampleBackend } from './sample';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import {
  machineConfigPoolType,
  machineConfigType,
  machineConfigurationType,
  nodeReportType,
} from '../kubernetes/resource-type';

const name = '99-worker-b-calico-networkmanager';
const calicoConf = (source: string, config = name, role = 'worker-b'): KubernetesObject => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind: 'MachineConfig',
  metadata: { name: config, labels: { 'machineconfiguration.openshift.io/role': role } },
  spec: {
    config: {
      ignition: { version: '3.2.0' },
      storage: { files: [{ path: '/etc/NetworkManager/conf.d/calico.conf', contents: { source } }] },
    },
  },
});
const documented = calicoConf('data:,%5Bkeyfile%5D%0Aunmanaged-devices%3Dinterface-name%3Avxlan.calico%0A');

interface Pool {
  readonly spec: {
    readonly configuration: { readonly name: string; readonly source: readonly { readonly name: string }[] };
  };
  readonly status: {
    readonly machineCount: number;
    readonly updatedMachineCount: number;
    readonly conditions: readonly { readonly type: string; readonly status: string; readonly message: string }[];
  };
}

describe('the stand-in for the Machine Config Operator', () => {
  let stop: AbortController;
  let backend: ReturnType<typeof createSampleBackend>;
  const pool = (pool: string) => backend.api.store.get(machineConfigPoolType, pool) as unknown as Pool;
  const holding = (of: string) =>
    pool(of)
      .status.conditions.filter(({ status }) => status === 'True')
      .map(({ type }) => type);
  const failing = () =>
    backend.api.store
      .list(nodeReportType)
      .filter(({ metadata }) => metadata.name.startsWith('worker-b'))
      .flatMap(({ status }) => (status as { findings: { requirement: string; verdict: string }[] }).findings)
      .filter(({ requirement, verdict }) => /^networkmanager-ignores/.test(requirement) && /Fail|Warn/.test(verdict))
      .length;

  beforeEach(() => {
    vi.useFakeTimers();
    backend = createSampleBackend(40);
    stop = new AbortController();
    void backend.run({ url: '', bearer: '' }, stop.signal);
    backend.operator?.configure({ stepMilliseconds: 100 });
  });
  afterEach(() => {
    stop.abort();
    vi.useRealTimers();
  });

  it('begins with everything updated', () => {
    expect(holding('worker')).toEqual(['Updated']);
    expect(pool('infra').spec.configuration.source).toEqual([expect.objectContaining({ name: '00-worker' })]);
  });

  it('updates one machine after the other, whose agents then see it, and takes it back', async () => {
    const before = failing();
    expect(before).toBeGreaterThan(0);
    backend.api.store.create(machineConfigType, documented);
    await vi.advanceTimersByTimeAsync(400);
    expect(holding('worker-b')).toEqual(['Updating']);
    expect(pool('worker-b').status.updatedMachineCount).toBeLessThan(pool('worker-b').status.machineCount);
    expect(holding('worker')).toEqual(['Updated']);

    await vi.advanceTimersByTimeAsync(5000);
    expect(holding('worker-b')).toEqual(['Updated']);
    expect(failing()).toBeLessThan(before);

    backend.api.store.delete(machineConfigType, name);
    await vi.advanceTimersByTimeAsync(5000);
    expect(holding('worker-b')).toEqual(['Updated']);
    expect(failing()).toBe(before);
  });

  it('lets the last one win, and begins nothing in a paused pool', async () => {
    backend.api.store.create(machineConfigType, calicoConf('data:,', '99-worker-a', 'worker'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(holding('infra')).toEqual([]);
    const emptied = pool('worker-b').spec.configuration.name;
    backend.api.store.create(machineConfigType, documented);
    await vi.advanceTimersByTimeAsync(5000);
    expect(pool('worker-b').spec.configuration.name).not.toBe(emptied);
    backend.api.store.create(machineConfigType, calicoConf('data:,', '99-worker-b-zz'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(pool('worker-b').spec.configuration.name).toBe(emptied);
  });

  it('is degraded where a test asks for it, until it is told to go on', async () => {
    backend.operator?.configure({ degradedPool: 'worker-b' });
    backend.api.store.create(machineConfigType, documented);
    await vi.advanceTimersByTimeAsync(2000);
    expect(holding('worker-b')).toEqual(['Updating', 'NodeDegraded', 'Degraded']);
    backend.operator?.configure({ degradedPool: null });
    await vi.advanceTimersByTimeAsync(5000);
    expect(holding('worker-b')).toEqual(['Updated']);
  });

  it('says in the status which disruption policies count, after a while or never', async () => {
    const own = { path: '/a', actions: [{ type: 'None' }] };
    const object = () => backend.api.store.get(machineConfigurationType, 'cluster');
    const write = (files: readonly object[]) =>
      backend.api.store.update(
        machineConfigurationType,
        { ...object(), spec: { nodeDisruptionPolicy: { files } } },
        'object',
      );
    const status = () => JSON.stringify(object()['status']);
    const before = status();
    expect(before).toContain('"observedGeneration":1');
    backend.operator?.configure({ policyMilliseconds: null });
    write([own]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(status()).toBe(before);
    backend.operator?.configure({ policyMilliseconds: 500 });
    await vi.advanceTimersByTimeAsync(600);
    expect(status()).toContain('"observedGeneration":2');
    expect(status()).toContain(JSON.stringify(own));
    write([]);
    await vi.advanceTimersByTimeAsync(600);
    expect(status()).toBe(before.replace('"observedGeneration":1', '"observedGeneration":3'));
  });

  it('has a report observed anew when somebody asks for it', async () => {
    const [report] = backend.api.store.list(nodeReportType);
    const recheckRequestedAt = new Date().toISOString();
    backend.api.store.update(nodeReportType, { ...report!, spec: { recheckRequestedAt } }, 'object');
    await vi.advanceTimersByTimeAsync(1000);
    const status = backend.api.store.get(nodeReportType, report!.metadata.name)['status'] as { observedAt: string };
    expect(status.observedAt >= recheckRequestedAt).toBe(true);
  });
});
