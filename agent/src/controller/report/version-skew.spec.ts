import { catalogue } from '@calico-readiness/requirements';
import { futureChanges } from '../../../../requirements/test/future-reports';
import type { RecordedReport } from '../../../../requirements/test/recorded-versions';
import { recordedVersions } from '../../../../requirements/test/recorded-versions';
import { clusterReportStatus, sameClusterReport } from './cluster-report';
import { summarizeFleet } from './fleet';
import { ReportReader } from './report-summary';

const versions = recordedVersions();
const reports = versions.flatMap((recorded) => recorded.reports);
const read = ({ metadata, status }: { metadata: RecordedReport['metadata']; status: object }) =>
  new ReportReader().read({ metadata: { ...metadata }, status })!;
const verdictOf = ({ findings, notApplicable = [] }: RecordedReport['status'], id: string) =>
  notApplicable.includes(id) ? 'NotApplicable' : findings.find(({ requirement }) => requirement === id)?.verdict;
/** Where the requirement is counted. */
const fleetOf = (list: readonly RecordedReport[]) =>
  summarizeFleet(
    {
      nodes: new Map(list.map(({ metadata: { name }, status: { nodeUID: uid } }) => [name, { uid }])),
      reports: new Map(list.map((report) => [report.metadata.name, read(report)])),
    },
    Date.parse(list[0]!.status.observedAt),
  );

describe('a report that another version wrote, summed up', () => {
  it.each(versions)('keeps every verdict: $version', (recorded) => {
    for (const report of recorded.reports) {
      const { status } = report;
      expect(read(report)).toMatchObject({
        verdict: status.verdict,
        nodeUid: status.nodeUID,
        reportIntervalSeconds: status.reportIntervalSeconds,
        observedAt: Date.parse(status.observedAt),
        verdicts: catalogue.map(({ id }) => verdictOf(status, id)),
      });
    }
  });

  it.each(versions)('makes the ClusterReport that was recorded of the reports: $version', (recorded) => {
    const { status } = recorded.clusterReport;
    const { nodes, connectivity, causes, requirements } = fleetOf(recorded.reports);

    expect({ nodes, connectivity }).toEqual({ nodes: status.nodes, connectivity: status.connectivity });
    for (const counts of status.requirements) {
      if (requirements.some(({ requirement }) => requirement === counts.requirement))
        expect(requirements).toContainEqual(counts);
    }
    const keys = (list: typeof causes) =>
      list.map(({ requirement, reason, verdict }) => [requirement, reason, verdict]);
    expect(keys(causes)).toEqual(keys(status.causes));
  });

  it.each(versions)('carries the time of the last transition on: $version', (recorded) => {
    const { status: previous } = recorded.clusterReport;
    const { profile } = previous;
    const made = { fleet: fleetOf(recorded.reports), profile, openshift: { status: 'absent' }, previous } as const;
    const later = clusterReportStatus({ ...made, now: '2027-01-01T00:00:00.000Z' });

    expect(later.conditions[0]?.lastTransitionTime).toBe(previous.conditions[0]?.lastTransitionTime);
    expect(sameClusterReport(later, { ...previous, controllerVersion: later.controllerVersion })).toBe(
      later.catalogueVersion === previous.catalogueVersion,
    );
  });
});

describe('a report of a version to come, summed up', () => {
  it.each(futureChanges)('$what looks no better for it', ({ change, isSame, isNeverReady }) => {
    for (const report of reports) {
      const before = read(report);
      const now = read({ ...report, status: change(report.status) });
      before.verdicts.forEach((verdict, index) => {
        if (isSame) expect(now.verdicts[index]).toBe(verdict);
        else expect([verdict, 'Unknown', undefined]).toContain(now.verdicts[index]);
      });
      if (isNeverReady) expect(now.verdict).not.toBe('Ready');
      else expect(now.verdict).toBe(before.verdict);
    }
  });
});
