import { EmbeddedApi } from '../kubernetes/embedded-api';
import {
  machineConfigPoolType,
  nodeReportType,
  nodeType,
  openShiftTypes,
  plainKubernetesTypes,
  readinessPolicyType,
} from '../kubernetes/resource-type';
import { planFleet, poolNames } from '../sample/fleet-plan';
import { sampleNode } from '../sample/sample-node';
import { samplePolicy, sampleReportIntervalSeconds } from '../sample/sample-policy';
import { samplePool } from '../sample/sample-pool';
import { sampleReport } from '../sample/sample-report';
import type { Backend } from './backend';

const hour = 3_600_000;
const tickMilliseconds = 10_000;

const iso = (time: number): string => new Date(time).toISOString();

/** A named fleet that does not exist, so that the pages can be seen without a cluster. */
export const createSampleBackend = (nodes: number): Backend => {
  const api = new EmbeddedApi([...plainKubernetesTypes, ...openShiftTypes]);
  const { store } = api;
  const started = Date.now();
  const plan = planFleet(nodes);
  const keepStatus = { keepStatus: true };
  store.create(readinessPolicyType, samplePolicy, keepStatus);
  for (const pool of poolNames) {
    const machines = plan.filter((node) => node.pool === pool).length;
    if (machines > 0) store.create(machineConfigPoolType, samplePool(pool, machines), keepStatus);
  }
  plan.forEach((planned, index) => {
    const node = store.create(nodeType, sampleNode(planned, iso(started - 40 * 24 * hour)), keepStatus);
    if (planned.reporting === 'none') return;
    const age = planned.reporting === 'stale' ? 5 * hour : ((index * 7919) % sampleReportIntervalSeconds) * 1000;
    const since = iso(started - ((index % 9) + 1) * 26 * hour);
    store.create(nodeReportType, sampleReport(node, planned.variant, since, iso(started - age)), keepStatus);
  });

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
    run: (_access, signal) =>
      new Promise((resolve) => {
        let tick = 0;
        const timer = setInterval(() => heartbeat(tick++), tickMilliseconds);
        signal.addEventListener('abort', () => {
          clearInterval(timer);
          resolve();
        });
      }),
  };
};
