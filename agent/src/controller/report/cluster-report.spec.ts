import type { ClusterReportStatus } from '@calico-readiness/requirements';
import { declareProfile } from '@calico-readiness/requirements';
import { clusterReportStatus, sameClusterReport } from './cluster-report';
import type { Fleet } from './fleet';
import { summarizeFleet } from './fleet';
import { readNode } from './known-node';
import { ReportReader } from './report-summary';

const now = Date.parse('2026-01-01T12:00:00Z');
const reader = new ReportReader();
const finding = (requirement: string, verdict: string, reason: string) => ({ requirement, verdict, reason });
const fail = finding('firewalld-disabled', 'Fail', 'FirewalldActive');
const unknown = finding('ebpf', 'Unknown', 'EvidenceDenied');
/** Nodes by name, each with its findings; undefined for no report. */
const fleetOf = (nodes: Readonly<Record<string, readonly object[] | undefined>>, ageSeconds = 0): Fleet => ({
  nodes: new Map(Object.keys(nodes).map((name) => [name, { uid: name }])),
  reports: new Map(
    Object.entries(nodes).flatMap(([name, findings]) => {
      const observedAt = new Date(now - ageSeconds * 1000).toISOString();
      const status = { nodeUID: name, observedAt, reportIntervalSeconds: 900, verdict: 'Ready', findings };
      const kept = findings && reader.read({ metadata: { name }, status });
      return kept === undefined ? [] : [[name, kept] as const];
    }),
  ),
});
const pass = finding('firewalld-disabled', 'Pass', 'FirewalldAbsent');
const statusOf = (fleet: Fleet, previous?: ClusterReportStatus, at = now): ClusterReportStatus =>
  clusterReportStatus({
    fleet: summarizeFleet(fleet, now),
    profile: declareProfile({}, ''),
    openshift: { status: 'absent' },
    previous,
    now: new Date(at).toISOString(),
  });

describe('a ClusterReport', () => {
  it.each<[string, Fleet, string, string]>([
    ['all nodes are', fleetOf({ a: [pass], b: [pass] }), 'True', 'AllNodesReady'],
    ['one is not, whatever the others', fleetOf({ a: [fail], b: [pass], c: undefined }), 'False', 'NodesNotReady'],
    ['one is unknown', fleetOf({ a: [pass], b: [unknown] }), 'Unknown', 'NodesUndecided'],
    ['one does not report', fleetOf({ a: [pass], b: undefined, c: [unknown] }), 'Unknown', 'NodesNotReporting'],
    ['reports are old', fleetOf({ a: [pass] }, 3600), 'Unknown', 'NodesNotReporting'],
    ['there is no node', fleetOf({}), 'Unknown', 'NoNodes'],
  ])('says whether the cluster is ready where %s', (_what, fleet, status, reason) => {
    expect(statusOf(fleet).conditions).toMatchObject([{ type: 'Ready', status, reason }]);
  });

  it('counts nodes against the Node list, and none of Windows', () => {
    const labels = { 'kubernetes.io/os': 'windows' };

    expect(readNode({ metadata: { name: 'w', labels } })).toBeUndefined();
    expect(readNode({ metadata: { name: 'l', uid: 'u' } })).toEqual({ uid: 'u', labels: {} });
    expect(statusOf({ ...fleetOf({ a: [pass] }), nodes: new Map() }).nodes.nodes).toBe(0);
  });

  it('does not count the report of an earlier node of that name', () => {
    const fleet = { ...fleetOf({ a: [pass] }), nodes: new Map([['a', { uid: 'another' }]]) };

    expect(statusOf(fleet).nodes).toMatchObject({ ready: 0, noReport: 1 });
  });

  it('counts a requirement that a report does not mention as Unknown, and none of the cluster', () => {
    const { requirements } = statusOf(fleetOf({ a: [pass], b: [fail] }));
    const counts = (id: string) => requirements.find(({ requirement }) => requirement === id);

    expect(counts('firewalld-disabled')).toMatchObject({ pass: 1, fail: 1, unknown: 0 });
    expect(counts('ebpf')).toMatchObject({ unknown: 2 });
    expect(counts('openshift-version-supported')).toBeUndefined();
  });

  it('lists causes that block first, with the first ten nodes by name and the number of all', () => {
    const names = Array.from({ length: 30 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    const nodes = Object.fromEntries([...names].reverse().map((name) => [name, [unknown]]));
    const { causes } = statusOf(fleetOf({ ...nodes, z: [fail] }));

    expect(causes.map(({ requirement, bearing, nodes: count }) => [requirement, bearing, count])).toEqual([
      ['firewalld-disabled', 'blocks', 1],
      ['ebpf', 'undecided', 30],
    ]);
    expect(causes[1]?.nodeNames).toEqual(names.slice(0, 10));
  });

  it('lists no more causes than it may, and says how many there are', () => {
    const findings = Array.from({ length: 100 }, (_, index) => finding(`r-${String(index)}`, 'Fail', 'Odd'));
    const { causes, causesTotal } = statusOf(fleetOf({ a: findings }));

    expect([causes.length, causesTotal]).toEqual([32, 100]);
  });

  it('says the same whenever it is written, and carries the time of its condition on', () => {
    const first = statusOf(fleetOf({ a: [pass] }));
    const later = statusOf(fleetOf({ a: [pass] }), first, now + 60_000);
    const other = statusOf(fleetOf({ a: [fail] }), first, now + 60_000);
    const reordered = Object.fromEntries(Object.entries(later).reverse()) as unknown as ClusterReportStatus;

    expect(later.conditions).toEqual(first.conditions);
    expect(sameClusterReport(first, reordered)).toBe(true);
    expect(sameClusterReport(first, other)).toBe(false);
    expect(other.conditions[0]?.lastTransitionTime).toBe(other.observedAt);
  });

  it('sums five thousand nodes up in less than half a second', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `n${String(index)}`);
    const fleet = fleetOf(Object.fromEntries(names.map((name) => [name, [fail, unknown]])));
    const began = performance.now();
    summarizeFleet(fleet, now);

    expect(performance.now() - began).toBeLessThan(500);
  });
});
