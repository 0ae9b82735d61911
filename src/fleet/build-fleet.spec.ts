import fc from 'fast-check';
import { buildFleet } from './build-fleet';
import { nodeObject, poolObject } from '../testing/cluster-objects';
import { finding, isoAgo, reportObject, testNow, untestedFlows } from '../testing/reports';

const fleetOf = (nodes: Parameters<typeof buildFleet>[0], reports: readonly unknown[]) =>
  buildFleet(nodes, reports, [], testNow);
const verdictOf = (report: unknown) => fleetOf([nodeObject('a')], [report]).rows[0]?.verdict;

describe('buildFleet', () => {
  it('counts every node of the Node list once', () => {
    const fleet = fleetOf(
      ['ready', 'failing', 'undecided', 'stale', 'silent'].map((name) => nodeObject(name)),
      [
        reportObject('ready', { findings: untestedFlows() }),
        reportObject('failing', { findings: [finding('firewalld-disabled Fail FirewalldActive')] }),
        reportObject('undecided', { findings: [finding('firewalld-disabled Unknown EvidenceDenied')] }),
        reportObject('stale', { age: 2311 }),
        reportObject('of-no-node'),
      ],
    );
    expect(fleet.verdicts).toEqual({ Ready: 1, ReadyWithWaivers: 0, NotReady: 1, Unknown: 1, Stale: 1, NoReport: 1 });
    expect(fleet.connectivity).toEqual({ Verified: 2, NotVerified: 3, Broken: 0 });
    expect(fleet.reports).toBe(4);
  });

  it('does not count Windows nodes, on which no agent runs, as the controller does not', () => {
    const windows = nodeObject('w', { labels: { 'kubernetes.io/os': 'windows' } });
    const linux = nodeObject('l', { labels: { 'kubernetes.io/os': 'linux' } });
    expect(fleetOf([windows, linux], []).verdicts).toMatchObject({ NoReport: 1 });
  });

  it.each<[string, number, string]>([
    ['current up to two and a half intervals and a minute', 2310, 'Ready'],
    ['stale a second later', 2311, 'Stale'],
    ['current when the node’s clock is a little ahead', -300, 'Ready'],
    ['of unknown age, so not ready, when it comes from the future', -301, 'Stale'],
  ])('takes a report for %s', (_title, age, verdict) => {
    expect(verdictOf(reportObject('a', { age }))).toBe(verdict);
  });

  it('does not rely on a report that does not say when it was made', () => {
    expect(verdictOf(reportObject('a', { status: { observedAt: undefined } }))).toBe('Stale');
  });

  it('keeps a node that failed apart once its report is stale', () => {
    const stale = reportObject('a', { age: 9999, findings: [finding('ip-sets Fail ModuleMissing')] });
    expect(verdictOf(stale)).toBe('Stale');
  });

  it('does not take the report of an earlier node of the same name', () => {
    const [row] = fleetOf([nodeObject('a')], [reportObject('a', { status: { nodeUID: 'another' } })]).rows;
    expect([row?.verdict, row?.reportOfEarlierNode]).toEqual(['NoReport', true]);
  });

  it('says broken when a flow fails', () => {
    const [row] = fleetOf(
      [nodeObject('a')],
      [reportObject('a', { findings: [finding('bgp-port-open Fail Filtered')] })],
    ).rows;
    expect([row?.verdict, row?.connectivity]).toEqual(['NotReady', 'Broken']);
  });

  it('takes over the rows that say the same', () => {
    const nodes = [nodeObject('a'), nodeObject('b')];
    const reports = [reportObject('a'), reportObject('b')];
    const before = buildFleet(nodes, reports, [], testNow);
    const after = buildFleet(
      nodes,
      [reports[0], reportObject('b', { findings: [finding('ip-sets Fail ModuleMissing')] })],
      [],
      testNow + 1000,
      before,
    );
    expect(after.rows[0]).toBe(before.rows[0]);
    expect(after.rows[1]).not.toBe(before.rows[1]);
  });

  it('names pool and operating system', () => {
    const rhel = reportObject('b', { status: { facts: { operatingSystem: { id: 'rhel', versionId: '9.4' } } } });
    const { rows } = buildFleet(
      [nodeObject('a', { role: 'infra', labels: { 'node-role.kubernetes.io/worker': '' } }), nodeObject('b')],
      [reportObject('a'), rhel],
      [poolObject('worker'), poolObject('infra')],
      testNow,
    );
    expect(rows.map(({ pool, system }) => [pool, system])).toEqual([
      [
        { name: 'infra', managed: true },
        { family: 'rhcos', name: 'RHCOS 4.20' },
      ],
      [
        { name: 'worker', managed: true },
        { family: 'rhel', name: 'RHEL 9.4' },
      ],
    ]);
  });

  it('adds up to the Node list, whatever the reports say', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd');
    const report = fc.oneof(
      fc.anything(),
      fc.record({
        metadata: fc.record({ name: names }),
        status: fc.record({
          observedAt: fc.oneof(fc.constant(isoAgo(60)), fc.anything()),
          verdict: fc.anything(),
          findings: fc.anything(),
        }),
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(names), fc.array(report), (nodes, reports) => {
        const fleet = fleetOf(
          nodes.map((name) => nodeObject(name)),
          reports,
        );
        const sum = (counts: Readonly<Record<string, number>>) =>
          Object.values(counts).reduce((total, count) => total + count, 0);
        expect(sum(fleet.verdicts)).toBe(nodes.length);
        expect(sum(fleet.connectivity)).toBe(nodes.length);
        for (const row of fleet.rows) if (row.age?.freshness !== 'current') expect(row.verdict).not.toBe('Ready');
      }),
    );
  });
});
