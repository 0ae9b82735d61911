import { readCompactLine } from '@calico-readiness/requirements';
import { futureChanges, futureRequirement } from '../../requirements/test/future-reports';
import { recordedVersions } from '../../requirements/test/recorded-versions';
import { readCompactReport } from './read-compact-report';
import type { ReadFinding } from './read-findings';
import { readNodeReport } from './read-node-report';

const reports = recordedVersions().flatMap((recorded) => recorded.reports);
const titled = reports.map((report) => [report.metadata.name, report.status.catalogueVersion, report] as const);

const verdictsAndReasons = (findings: ReadonlyMap<string, ReadFinding>) =>
  Object.fromEntries(
    [...findings.values()].map(({ requirement, verdict, reason }) => [requirement, [verdict, reason]]),
  );
const countsOf = (findings: ReadonlyMap<string, ReadFinding>) => {
  const of = (verdict: string) => [...findings.values()].filter((finding) => finding.verdict === verdict).length;
  return {
    pass: of('Pass'),
    warn: of('Warn'),
    fail: of('Fail'),
    unknown: of('Unknown'),
    notApplicable: of('NotApplicable'),
  };
};

describe('a report that another version wrote', () => {
  it.each(titled)('%s, catalogue %s, is read whole without losing a verdict', (_name, _catalogue, report) => {
    const { status } = report;
    const read = readNodeReport(report);

    expect(read).toMatchObject({
      verdict: status.verdict,
      nodeUid: status.nodeUID,
      profile: status.profile,
      line: status.compact,
      facts: status.facts,
    });
    expect(countsOf(read!.findings)).toEqual(status.summary);
    for (const { requirement, verdict, reason, since } of status.findings) {
      const time = since === undefined ? {} : { since: Date.parse(since) };
      expect(read!.findings.get(requirement)).toMatchObject({ verdict, reason, ...time });
    }
  });

  it.each(titled)('%s, catalogue %s, says the same by its line, or is read whole', (name, _catalogue, report) => {
    const cell = (column: string) => ({ Compact: report.status.compact, ObservedAt: report.status.observedAt })[column];
    const compact = readCompactReport({ name, cell, metadata: {} });
    const whole = readNodeReport(report)!;

    expect(compact === undefined).toBe(readCompactLine(report.status.compact) === undefined);
    if (compact === undefined) return;
    expect(verdictsAndReasons(compact.report.findings)).toEqual(verdictsAndReasons(whole.findings));
    expect(compact.report).toMatchObject({ verdict: whole.verdict, observedAt: whole.observedAt });
  });
});

describe('a report of a version to come', () => {
  it.each(futureChanges)('$what is read, and nothing looks better for it', ({ change, isSame, isNeverReady }) => {
    for (const report of reports) {
      const before = readNodeReport(report)!;
      const read = readNodeReport({ ...report, status: change(report.status) })!;
      for (const [id, { verdict }] of before.findings) {
        const now = read.findings.get(id)?.verdict;
        if (isSame) expect(now).toBe(verdict);
        else expect([verdict, 'Unknown', undefined]).toContain(now);
      }
      if (isNeverReady) expect(read.verdict).not.toBe('Ready');
      else expect(read.verdict).toBe(before.verdict);
    }
  });

  it('shows a requirement that it does not know as the report has it', () => {
    const [{ metadata, status }] = reports as [(typeof reports)[number]];
    const finding = { requirement: futureRequirement, verdict: 'Fail', reason: 'New', observed: '' };
    const read = readNodeReport({ metadata, status: { ...status, findings: [finding], verdict: 'Ready' } });

    expect(read).toMatchObject({ verdict: 'NotReady' });
    expect(read?.findings.get(futureRequirement)).toEqual(finding);
  });
});
