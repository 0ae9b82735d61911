import fc from 'fast-check';
import { clusterReportObject } from '../testing/cluster-report';
import { readClusterReport } from './read-cluster-report';

const summaryOf = (status: Readonly<Record<string, unknown>>) =>
  readClusterReport(clusterReportObject({ status }))?.summary;
const [cause] = clusterReportObject().status.causes;

describe('reading a ClusterReport', () => {
  it('takes what the controller writes', () => {
    const report = readClusterReport(clusterReportObject());
    expect(report?.summary).toMatchObject({ nodes: { nodes: 100, ready: 90 }, causesTotal: 1 });
    expect(report?.findings).toMatchObject([{ requirement: 'openshift-version-supported', verdict: 'Pass' }]);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['lack a count', { nodes: { nodes: 1, ready: 1 } }],
    ['do not add up', { nodes: { nodes: 2, ready: 1, notReady: 0, unknown: 0, stale: 0, noReport: 0 } }],
    ['are no numbers of nodes', { nodes: { nodes: 0.5, ready: 0.5, notReady: 0, unknown: 0, stale: 0, noReport: 0 } }],
    ['are below zero', { nodes: { nodes: 0, ready: 1, notReady: -1, unknown: 0, stale: 0, noReport: 0 } }],
    ['say nothing of connectivity', { connectivity: undefined }],
    ['verify more nodes than there are', { connectivity: { verified: 101, notVerified: 0, broken: 0 } }],
    ['have a cause that cannot be read', { causes: [{ ...cause, verdict: 'Maybe' }] }],
    ['have fewer causes than they list', { causesTotal: 0 }],
  ])('gives no totals that %s', (_what, status) => {
    expect(summaryOf(status)).toBeUndefined();
  });

  it('tells a root that it does not know by its first finding', () => {
    const rooted = summaryOf({ causes: [{ ...cause, root: 'of-the-future' }] });
    expect(rooted?.causes[0]).toMatchObject({ requirement: 'firewalld-disabled' });
    expect(rooted?.causes[0]?.root).toBeUndefined();
    const known = summaryOf({ causes: [{ ...cause, root: 'kernel-modules-not-installed' }] });
    expect(known?.causes[0]?.root?.id).toBe('kernel-modules-not-installed');
  });

  it('takes a finding whose verdict it does not know for Unknown', () => {
    const findings = [{ requirement: 'openshift-version-supported', verdict: 'Fine', reason: 'X' }];
    expect(readClusterReport(clusterReportObject({ status: { findings } }))?.findings).toMatchObject([
      { verdict: 'Unknown' },
    ]);
  });

  it('lists no more causes than its definition allows', () => {
    expect(summaryOf({ causes: Array.from({ length: 100 }, () => cause), causesTotal: 100 })?.causes).toHaveLength(32);
  });

  it('survives whatever stands in its place', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (nodes, causes, findings) => {
        readClusterReport({ status: { nodes, causes, findings } });
        readClusterReport(nodes);
      }),
    );
  });
});
