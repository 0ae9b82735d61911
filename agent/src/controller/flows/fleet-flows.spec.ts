import { absentObject, declareProfile, flowKeys, hashOf, noClusterObjects } from '@calico-readiness/requirements';
import { ControllerMetrics } from '../metrics/controller-metrics';
import type { KnownNode } from '../report/known-node';
import { readNode } from '../report/known-node';
import type { ReportSummary } from '../report/report-summary';
import { ReportReader } from '../report/report-summary';
import { fleetFlows } from './fleet-flows';
import { flowReport, FlowTestReader } from './reported-tests';

const now = Date.parse('2026-01-01T12:00:00Z');
const seconds = Math.round(now / 1000);
const names = Array.from({ length: 12 }, (_, index) => `n${String(index)}`);
const target = 'n3';

const failing = (changes: object = {}) => ({
  peer: target,
  key: hashOf(target),
  outcome: 'filtered',
  firstAt: seconds - 3000,
  failedAt: seconds - 2600,
  recentAt: seconds - 1200,
  lastAt: seconds - 600,
  proven: false,
  ...changes,
});

interface Fleet {
  readonly proven?: boolean;
  readonly agentStartedAt?: string;
  readonly isTargetReady?: boolean;
  readonly age?: number;
}

/** Twelve nodes of which each but one names that one. */
function summed({ proven = false, agentStartedAt, isTargetReady = true, age = 60 }: Fleet = {}) {
  const reader = new ReportReader();
  const nodes = new Map<string, KnownNode>();
  const reports = new Map<string, ReportSummary>();
  for (const name of names) {
    const isReady = name !== target || isTargetReady;
    const conditions = [
      { type: 'Ready', status: isReady ? 'True' : 'False', lastTransitionTime: '2026-01-01T00:00:00Z' },
    ];
    const labels = { 'topology.kubernetes.io/zone': `z${String(names.indexOf(name) % 2)}` };
    const addresses = [{ type: 'InternalIP', address: `10.0.0.${String(names.indexOf(name) + 1)}` }];
    nodes.set(name, readNode({ metadata: { name, uid: name, labels }, status: { addresses, conditions } })!);
    const isNaming = name !== target;
    const flow = {
      flow: 'bgp-IPv4',
      tested: 11,
      blocked: isNaming ? 1 : 0,
      failing: isNaming ? [failing({ proven })] : [],
    };
    const status = {
      nodeUID: name,
      observedAt: new Date(now - age * 1000).toISOString(),
      ...(agentStartedAt !== undefined && { agentStartedAt }),
      facts: { flowTests: { peers: 11, flows: [flow] } },
    };
    reports.set(name, reader.read({ metadata: { name }, status })!);
  }
  return fleetFlows(
    { nodes, reports, profile: declareProfile({}, ''), objects: noClusterObjects, bgpPeers: absentObject },
    now,
  );
}

describe('the flows of a fleet', () => {
  const early = '2026-01-01T01:00:00Z';

  it.each<[string, Fleet]>([
    ['their agents have proven it', { proven: true }],
    ['the node and its agent were there all the while', { agentStartedAt: early }],
  ])('fail where %s', (_, fleet) => {
    const { reported, failingPairs } = summed(fleet)!;
    expect(reported.causes).toEqual([
      {
        kind: 'target',
        flows: ['bgp-IPv4'],
        pairs: 11,
        to: target,
        message: `TCP 179 to ${target} is filtered: 11 pairs`,
      },
    ]);
    expect(reported.groups).toEqual(['z0', 'z1']);
    expect(failingPairs.get('bgp-IPv4')).toBe(11);
  });

  it.each<[string, Fleet]>([
    ['nothing shows that the peer was there', {}],
    ['its agent began later', { agentStartedAt: '2026-01-01T11:40:00Z' }],
    ['its node is not ready', { proven: true, agentStartedAt: early, isTargetReady: false }],
  ])('are not told to fail where %s', (_, fleet) => {
    const { reported, failingPairs } = summed(fleet)!;
    expect(reported.causes).toEqual([]);
    expect(reported.cells.filter(({ failing: failed }) => failed > 0)).toEqual([]);
    expect(failingPairs.get('bgp-IPv4')).toBe(0);
  });

  it('are counted in a metric while the controller leads', async () => {
    const metrics = new ControllerMetrics();
    metrics.takeFlows(summed({ proven: true })!.failingPairs);
    expect((await metrics.text()).body).toContain('calico_readiness_failing_flow_pairs{flow="bgp-IPv4"} 11');
    metrics.leads(false);
    expect((await metrics.text()).body).not.toContain('failing_flow_pairs{');
  });

  it('are not told of where every report is stale', () => {
    expect(summed({ proven: true, age: 7200 })).toBeUndefined();
  });
});

describe('the tests of a report', () => {
  const read = (flowTests: unknown) => new FlowTestReader().read({ flowTests });
  const flow = (changes: object) =>
    read({ flows: [{ flow: 'bgp-IPv4', tested: 5, blocked: 1, failing: [failing()], ...changes }] });

  it('are read as they were written, in milliseconds', () => {
    expect(flow({ failing: [failing({ proven: true })] })?.map(flowReport)).toEqual([
      {
        flow: 'bgp-IPv4',
        tested: 5,
        blocked: 1,
        failing: [
          {
            target: hashOf(target),
            firstAt: (seconds - 3000) * 1000,
            failedAt: (seconds - 2600) * 1000,
            recentAt: (seconds - 1200) * 1000,
            lastAt: (seconds - 600) * 1000,
            proven: true,
          },
        ],
      },
    ]);
  });

  it.each([undefined, 7, {}, { flows: 'x' }])('that are none are left out: %j', (tests) => {
    expect(read(tests)).toBeUndefined();
  });

  it('are one for each flow, whatever somebody wrote', () => {
    const flows = [
      { flow: 'x' },
      null,
      ...Array.from({ length: 200 }, () => ({ flow: 'bgp-IPv4', tested: 1, blocked: 0 })),
    ];
    expect(read({ flows })).toHaveLength(1);
    expect(read({ flows: flowKeys.map((key) => ({ flow: key })) })).toHaveLength(flowKeys.length);
  });

  it.each([
    ['a key that is none', { key: -1 }],
    ['a key too large', { key: 2 ** 32 }],
    ['a time that is none', { firstAt: '2026' }],
    ['a time of a later age', { lastAt: 2 ** 40 }],
  ])('leave a peer out with %s', (_, changes) => {
    expect(flow({ failing: [failing(changes)] })?.[0]?.failing).toEqual([]);
  });

  it('name ten peers at most, each once, and count no fewer than they name', () => {
    const many = Array.from({ length: 30 }, (_, key) => failing({ key }));
    const [kept] = flow({ tested: -4, blocked: 0.5, failing: [failing({ key: 0 }), ...many] }) ?? [];
    expect(kept).toMatchObject({ tested: 9, blocked: 9 });
    expect(kept === undefined ? [] : flowReport(kept).failing).toHaveLength(9);
  });

  it('are kept once for nodes that tested as much', () => {
    const reader = new FlowTestReader();
    const facts = { flowTests: { flows: [{ flow: 'bgp-IPv4', tested: 5, blocked: 0, failing: [] }] } };
    expect(reader.read(facts)?.[0]).toBe(reader.read(structuredClone(facts))?.[0]);
  });
});
