import { EmbeddedApi } from '../kubernetes/embedded-api';
import {
  infrastructureType,
  machineConfigPoolType,
  machineConfigType,
  nodeReportType,
  nodeType,
  openShiftTypes,
  plainKubernetesTypes,
  readinessPolicyType,
} from '../kubernetes/resource-type';
import { planFleet, poolNames, type PlannedNode } from '../sample/fleet-plan';
import { MachineConfigOperator } from '../sample/operator/machine-config-operator';
import { SampleAgents } from '../sample/operator/sample-agents';
import { sampleNode } from '../sample/sample-node';
import { samplePolicy, sampleReportIntervalSeconds } from '../sample/sample-policy';
import { sampleInfrastructure, sampleMachineConfig, samplePool } from '../sample/sample-pool';
import { sampleReport } from '../sample/sample-report';
import type { Backend } from './backend';

const hour = 3_600_000;
const tickMilliseconds = 10_000;

const iso = (time: number): string => new Date(time).toISOString();

const machinesByPool = (plan: readonly PlannedNode[]): ReadonlyMap<string, readonly string[]> => {
  const machines = new Map<string, string[]>();
  for (const { pool, name } of plan) machines.set(pool, [...(machines.get(pool) ?? []), name]);
  return machines;
};

/** A named fleet that does not exist, so that the pages can be seen without a cluster. */
export const createSampleBackend = (nodes: number): Backend => {
  const api = new EmbeddedApi([...plainKubernetesTypes, ...openShiftTypes]);
  const { store } = api;
  const started = Date.now();
  const plan = planFleet(nodes);
  const keepStatus = { keepStatus: true };
  const machines = machinesByPool(plan);
  store.create(readinessPolicyType, samplePolicy, keepStatus);
  for (const pool of poolNames) {
    if (machines.get(pool) !== undefined) store.create(machineConfigPoolType, samplePool(pool), keepStatus);
  }
  for (const role of ['master', 'worker'] as const) store.create(machineConfigType, sampleMachineConfig(role));
  store.create(infrastructureType, sampleInfrastructure, keepStatus);
  plan.forEach((planned, index) => {
    const node = store.create(nodeType, sampleNode(planned, iso(started - 40 * 24 * hour)), keepStatus);
    if (planned.reporting === 'none') return;
    const age = planned.reporting === 'stale' ? 5 * hour : ((index * 7919) % sampleReportIntervalSeconds) * 1000;
    const since = iso(started - ((index % 9) + 1) * 26 * hour);
    store.create(nodeReportType, sampleReport(node, planned.variant, since, iso(started - age)), keepStatus);
  });

  const agents = new SampleAgents(store, plan);
  const operator = new MachineConfigOperator(store, machines, (node, config) => agents.booted(node, config));

  /** What agents do without news: each node's report again, once in an interval. */
  const heartbeat = (tick: number): void => {
    const ticksPerInterval = (sampleReportIntervalSeconds * 1000) / tickMilliseconds;
    plan.forEach(({ name, reporting }, index) => {
      if (reporting !== 'fresh' || index % ticksPerInterval !== tick % ticksPerInterval) return;
      const report = store.find(nodeReportType, name);
      if (report === undefined) return;
      const status = report['status'] as Readonly<Record<string, unknown>>;
      store.update(nodeReportType, { ...report, status: { ...status, observedAt: iso(Date.now()) } }, 'status');
    });
  };

  return {
    name: 'sample',
    label: `Sample fleet: ${nodes} nodes`,
    isSample: true,
    api,
    operator,
    run: (_access, signal) =>
      new Promise((resolve) => {
        operator.run(signal);
        agents.run(signal);
        let tick = 0;
        const timer = setInterval(() => heartbeat(tick++), tickMilliseconds);
        signal.addEventListener('abort', () => {
          clearInterval(timer);
          resolve();
        });
      }),
  };
};
