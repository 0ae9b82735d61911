import { declareProfile } from '@calico-readiness/requirements';
import { ControllerMetrics } from '../metrics/controller-metrics';
import { clusterReportStatus } from './cluster-report';
import type { Fleet } from './fleet';
import { summarizeFleet } from './fleet';
import { PolicyWaivers } from './policy-waivers';
import { ReportReader } from './report-summary';

const now = Date.parse('2026-01-01T12:00:00Z');
const expiry = '2026-02-01T00:00:00Z';
const reader = new ReportReader();
const finding = (requirement: string, verdict: string, reason: string) => ({ requirement, verdict, reason });
const firewalld = finding('firewalld-disabled', 'Fail', 'FirewalldActive');
const distribution = finding('linux-distribution-supported', 'Warn', 'DistributionNotListed');
const later = finding('from-a-later-catalogue', 'Fail', 'Whatever');
const pass = finding('ip-sets', 'Pass', 'ModuleLoaded');
const waiver = (requirement: string, changes: object = {}) => ({
  requirement,
  reason: 'moves in January',
  owner: 'network team',
  expiry,
  ...changes,
});
const inZone = (zone: string) => ({ nodeSelector: { matchLabels: { zone } } });
/** Nodes by name, each with its findings and in the zone of its name. */
const fleetOf = (nodes: Readonly<Record<string, readonly object[]>>, waivers: unknown): Fleet => ({
  nodes: new Map(Object.keys(nodes).map((name) => [name, { uid: name, labels: { zone: name } }])),
  reports: new Map(
    Object.entries(nodes).flatMap(([name, findings]) => {
      const observedAt = new Date(now).toISOString();
      const status = { nodeUID: name, observedAt, reportIntervalSeconds: 900, verdict: 'Ready', findings };
      const kept = reader.read({ metadata: { name }, status });
      return kept === undefined ? [] : [[name, kept] as const];
    }),
  ),
  waivers: new PolicyWaivers(waivers),
});
const statusOf = (fleet: Fleet, at = now) =>
  clusterReportStatus({
    fleet: summarizeFleet(fleet, at),
    profile: declareProfile({}, ''),
    openshift: { status: 'absent' },
    previous: undefined,
    now: new Date(at).toISOString(),
  });
const nodes = { a: [firewalld, pass], b: [firewalld, pass], c: [pass] };
const countOf = (status: ReturnType<typeof statusOf>, id: string) =>
  status.requirements.find(({ requirement }) => requirement === id);

describe('waived findings in a ClusterReport', () => {
  it('are not said where there is no waiver, so that an older definition takes the report', () => {
    const status = statusOf(fleetOf(nodes, undefined));

    expect(JSON.stringify(status)).not.toContain('waive');
    expect(status.nodes).toMatchObject({ nodes: 3, ready: 1, notReady: 2 });
  });

  it('are counted apart from those that fail, as are their nodes from those that are ready', () => {
    const status = statusOf(fleetOf(nodes, [waiver('firewalld-disabled', inZone('a'))]));

    expect(status.nodes).toEqual({ nodes: 3, ready: 1, notReady: 1, waived: 1, unknown: 0, stale: 0, noReport: 0 });
    expect(countOf(status, 'firewalld-disabled')).toMatchObject({ fail: 1, waived: 1 });
    expect(countOf(status, 'ip-sets')).not.toHaveProperty('waived');
    expect(status.causes).toMatchObject([{ bearing: 'blocks', nodes: 1, waived: 1, nodeNames: ['b'] }]);
    expect(status.verdict).toBe('NotReady');
    expect(status.waivers).toEqual([{ requirement: 'firewalld-disabled', state: 'Active', nodes: 1 }]);
  });

  it('hold no node back, and a cluster that is ready only with them says so', () => {
    const status = statusOf(fleetOf(nodes, [waiver('firewalld-disabled')]));

    expect(status.conditions).toMatchObject([
      { status: 'True', reason: 'ReadyWithWaivers', message: expect.stringContaining('2 of 3 nodes') as string },
    ]);
    expect(status.causes).toMatchObject([{ bearing: 'does-not-block', nodes: 0, waived: 2, nodeNames: ['a', 'b'] }]);
  });

  it('come back when the waiver ends', () => {
    const fleet = fleetOf(nodes, [waiver('firewalld-disabled', { expiry: '2026-01-01T12:01:00Z' })]);

    expect(statusOf(fleet).nodes).toMatchObject({ notReady: 0, waived: 2 });
    const after = statusOf(fleet, now + 60_000);
    expect(after.nodes).toMatchObject({ notReady: 2 });
    expect(after.nodes).not.toHaveProperty('waived');
    expect(after.waivers).toMatchObject([{ state: 'Expired', nodes: 0 }]);
  });

  it('do not hide what is not waived on the same node', () => {
    const status = statusOf(fleetOf({ a: [firewalld, later] }, [waiver('firewalld-disabled')]));

    expect(status.nodes).toMatchObject({ notReady: 1 });
  });

  it('may be of a requirement that only the catalogue of the agent knows', () => {
    const status = statusOf(fleetOf({ a: [later] }, [waiver('from-a-later-catalogue')]));

    expect(status.nodes).toMatchObject({ waived: 1 });
  });

  it('of a recommendation leave its node ready', () => {
    const status = statusOf(fleetOf({ a: [distribution, pass] }, [waiver('linux-distribution-supported')]));

    expect(status.nodes).toMatchObject({ ready: 1 });
    expect(countOf(status, 'linux-distribution-supported')).toMatchObject({ warn: 0, waived: 1 });
  });

  it('are said by waiver, also of those that cover nothing or cannot', () => {
    const { waivers } = statusOf(
      fleetOf(nodes, [waiver('ebpf'), waiver('firewalld-disabled', { expiry: 'never' }), 'broken', waiver('ebpf')]),
    );

    expect(waivers).toEqual([
      { requirement: 'ebpf', state: 'MatchesNothing', nodes: 0 },
      { requirement: 'firewalld-disabled', state: 'Invalid', nodes: 0, message: 'expiry is no RFC 3339 time' },
      { state: 'Invalid', nodes: 0, message: 'requirement is no id of a requirement' },
      {
        requirement: 'ebpf',
        state: 'MatchesNothing',
        nodes: 0,
        message: 'spec.waivers[0] is for the same requirement and the same nodes',
      },
    ]);
  });

  it('fire no alert: their nodes are none that are not ready', async () => {
    const metrics = new ControllerMetrics();
    metrics.takeFleet(summarizeFleet(fleetOf(nodes, [waiver('firewalld-disabled')]), now), now);
    const { body } = await metrics.text();

    expect(body).toContain('calico_readiness_nodes{verdict="NotReady"} 0');
    expect(body).toContain('calico_readiness_nodes{verdict="ReadyWithWaivers"} 2');
    expect(body).toContain('calico_readiness_findings{requirement="firewalld-disabled",verdict="Fail"} 0');
    expect(body).toContain('calico_readiness_findings_waived{requirement="firewalld-disabled"} 2');
    expect(body).toContain('calico_readiness_causes 0');
  });
});
