import type { ClusterReportStatus, ReportedCause } from '@calico-readiness/requirements';
import { catalogue, clusterReportLimits } from '@calico-readiness/requirements';
import { recordedVersions } from '../../../../requirements/test/recorded-versions';
import { policyReport } from './policy-report';
import { results } from './policy-result';

const recorded = recordedVersions()[0]!.clusterReport.status;
const nothing = { pass: 0, warn: 0, fail: 0, unknown: 0, notApplicable: 0 };
const status = (changes: Partial<ClusterReportStatus>): ClusterReportStatus => ({
  ...recorded,
  nodes: { nodes: 2, ready: 2, notReady: 0, unknown: 0, stale: 0, noReport: 0 },
  requirements: [],
  causes: [],
  findings: [],
  ...changes,
});
const cause: ReportedCause = {
  requirement: 'firewalld-disabled',
  reason: 'FirewalldActive',
  requirements: ['firewalld-disabled'],
  reasons: ['FirewalldActive'],
  verdict: 'Fail',
  bearing: 'blocks',
  nodes: 5000,
  nodeNames: ['a'],
};
const resultsOf = (changes: Partial<ClusterReportStatus>) =>
  policyReport(status(changes)).results.map(({ policy, result }) => [policy, result]);

describe('a report for other tools', () => {
  it.each<[string, Partial<ClusterReportStatus>, readonly (readonly [string, string])[]]>([
    ['says nothing where there is nothing to say', {}, []],
    ['has a cause that fails', { causes: [cause] }, [['firewalld-disabled', 'fail']]],
    ['calls Unknown an error', { causes: [{ ...cause, verdict: 'Unknown' }] }, [['firewalld-disabled', 'error']]],
    [
      'passes a requirement that every node meets',
      { requirements: [{ ...nothing, requirement: 'ebpf', pass: 2 }] },
      [['ebpf', 'pass']],
    ],
    [
      'never passes one that is Unknown on a node, also where the list of causes has no room for it',
      { requirements: [{ ...nothing, requirement: 'ebpf', pass: 4999, unknown: 1 }] },
      [['ebpf', 'error']],
    ],
    [
      'skips one that applies nowhere',
      { requirements: [{ ...nothing, requirement: 'ebpf', notApplicable: 2 }] },
      [['ebpf', 'skip']],
    ],
    [
      'says once what a cause speaks of',
      { causes: [cause], requirements: [{ ...nothing, requirement: 'firewalld-disabled', fail: 2 }] },
      [['firewalld-disabled', 'fail']],
    ],
    [
      'has an error where nodes are silent',
      { nodes: { nodes: 2, ready: 1, notReady: 0, unknown: 0, stale: 1, noReport: 0 } },
      [['node-reports-current', 'error']],
    ],
    [
      'has an error where there is no node',
      { nodes: { nodes: 0, ready: 0, notReady: 0, unknown: 0, stale: 0, noReport: 0 } },
      [['node-reports-current', 'error']],
    ],
    [
      'has what is found about the cluster',
      { findings: [{ requirement: 'openshift-version-supported', verdict: 'Warn', reason: 'X' }] },
      [['openshift-version-supported', 'warn']],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(resultsOf(changes)).toEqual(expected);
  });

  it('counts its results', () => {
    const { summary, results: all } = policyReport(recorded);

    for (const result of results) expect(summary[result]).toBe(all.filter((one) => one.result === result).length);
    expect(all.length).toBeGreaterThan(5);
  });

  it('stays far below what the API stores, however large the cluster is and whatever its nodes are called', () => {
    const nodeNames = Array.from(
      { length: clusterReportLimits.nodeNames },
      (_, index) => `${String(index)}${'n'.repeat(252)}`,
    );
    const requirements = catalogue.map(({ id }) => id);
    const causes = Array.from({ length: clusterReportLimits.causes }, () => ({ ...cause, nodeNames, requirements }));
    const text = JSON.stringify(
      policyReport(
        status({ causes, requirements: requirements.map((requirement) => ({ ...nothing, requirement, fail: 5000 })) }),
      ),
    );

    expect(text.length).toBeLessThan(200_000);
  });
});
