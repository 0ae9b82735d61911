import { EmbeddedApi } from '../kubernetes/embedded-api';
import type { ObjectStore } from '../kubernetes/object-store';
import {
  infrastructureType,
  machineConfigPoolType,
  machineConfigType,
  machineConfigurationType,
  nodeReportType,
  nodeType,
  openShiftTypes,
  plainKubernetesTypes,
  readinessPolicyType,
} from '../kubernetes/resource-type';
import { planFleet, poolNames, type FleetName, type PlannedNode } from '../sample/fleet-plan';
import { MachineConfigOperator } from '../sample/operator/machine-config-operator';
import { SampleAgents } from '../sample/operator/sample-agents';
import { ReportChanges } from '../sample/report-changes';
import { SampleController } from '../sample/sample-controller';
import { ReadinessConditions } from '../sample/readiness-conditions';
import { SampleNetwork } from '../sample/sample-network';
import { sampleNode } from '../sample/sample-node';
import { samplePolicy, sampleReportIntervalSeconds } from '../sample/sample-policy';
import {
  sampleInfrastructure,
  sampleMachineConfig,
  sampleMachineConfiguration,
  samplePool,
} from '../sample/sample-pool';
import { sampleReport } from '../sample/sample-report';
import { sampleTestedFacts } from '../sample/tested-facts';
import type { Backend } from './backend';

const hour = 3_600_000;
const tickMilliseconds = 10_000;

const iso = (time: number): string => new Date(time).toISOString();

const machinesByPool = (plan: readonly PlannedNode[]): ReadonlyMap<string, readonly string[]> => {
  const machines = new Map<string, string[]>();
  for (const { pool, name } of plan) machines.set(pool, [...(machines.get(pool) ?? []), name]);
  return machines;
};

const keepStatus = { keepStatus: true };

/** The Nodes of the plan, with the reports that their agents have written until `started` (milliseconds since 1970). */
const createNodes = (store: ObjectStore, plan: readonly PlannedNode[], started: number): void => {
  const testedFactsOf = sampleTestedFacts(plan, started);
  plan.forEach((planned, index) => {
    const node = store.create(nodeType, sampleNode(planned, iso(started - 40 * 24 * hour)), keepStatus);
    if (planned.reporting === 'none') return;
    const age = planned.reporting === 'stale' ? 5 * hour : ((index * 7919) % sampleReportIntervalSeconds) * 1000;
    const since = iso(started - ((index % 9) + 1) * 26 * hour);
    const report = sampleReport(node, planned.variant, since, iso(started - age), testedFactsOf(planned));
    store.create(nodeReportType, report, keepStatus);
  });
};

/** A named fleet that does not exist, so that the pages can be seen without a cluster. */
export const createSampleBackend = (nodes: number, fleet: FleetName = 'usual'): Backend => {
  const api = new EmbeddedApi([...plainKubernetesTypes, ...openShiftTypes]);
  const { store } = api;
  const conditions = new ReadinessConditions(store);
  const started = Date.now();
  const plan = planFleet(nodes, fleet);
  const machines = machinesByPool(plan);
  store.create(readinessPolicyType, samplePolicy(started), keepStatus);
  for (const pool of poolNames) {
    if (machines.get(pool) !== undefined) store.create(machineConfigPoolType, samplePool(pool), keepStatus);
  }
  for (const role of ['master', 'worker'] as const) store.create(machineConfigType, sampleMachineConfig(role));
  store.create(infrastructureType, sampleInfrastructure, keepStatus);
  store.create(machineConfigurationType, sampleMachineConfiguration);
  createNodes(store, plan, started);
  conditions.writeAll();
  const controller = new SampleController(store);
  controller.sumUp();
  const network = new SampleNetwork();
  const agents = new SampleAgents(store, plan, network);
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
    changes: new ReportChanges(store, plan),
    network,
    run: (_access, signal) =>
      new Promise((resolve) => {
        for (const part of [operator, agents, controller, conditions]) part.run(signal);
        let tick = 0;
        const timer = setInterval(() => heartbeat(tick++), tickMilliseconds);
        signal.addEventListener('abort', () => {
          clearInterval(timer);
          resolve();
        });
      }),
  };
};
