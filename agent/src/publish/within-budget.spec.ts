import { Buffer } from 'node:buffer';
import type { ReportedFacts } from '@calico-readiness/requirements';
import {
  declareProfile,
  evaluateNode,
  flowKeys,
  fromReportedFacts,
  toReportedFacts,
} from '@calico-readiness/requirements';
import { fixtureHosts } from '../../test/fixture-hosts';
import { observeHost } from '../observation/observe-host';
import type { FilledNodeReport } from './node-report';
import { buildNodeReport } from './node-report';
import { statusBudget } from './within-budget';

const profile = declareProfile({}, 'a test');
const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const prediction = { guide: 'kernel-modules', verdict: 'Fail', reason: 'ModuleBlacklisted' } as const;

const reportOf = (reported: ReportedFacts, observed = '', predicts = false): FilledNodeReport => {
  const facts = fromReportedFacts(reported);
  const findings = evaluateNode(facts, profile).map((finding) =>
    observed === '' ? finding : { ...finding, observed },
  );
  return buildNodeReport({
    facts,
    findings,
    ...(predicts && { predictions: new Map(findings.map(({ requirement }) => [requirement, prediction])) }),
    profile,
    nodeName: 'worker-1',
    agentVersion: '0.1.0',
    observedAt: '2026-01-01T00:00:00.000Z',
    reportIntervalSeconds: 900,
  });
};

const listeners = (count: number): ReportedFacts['listeners'] =>
  Array.from({ length: count }, () => ({
    protocol: 'tcp',
    port: 179,
    address: 'x'.repeat(64),
    process: 'y'.repeat(64),
  }));

describe('a report within its budget', () => {
  it.each(fixtureHosts)('is what the genuine host $name has, and loses nothing', async ({ root }) => {
    const { facts, findings } = await observeHost({ hostRoot: root, profile });
    const { status } = reportOf(toReportedFacts(facts));

    expect(sizeOf(status)).toBeLessThan(statusBudget - 2_000);
    expect(status.facts).toEqual(JSON.parse(JSON.stringify(toReportedFacts(facts))));
    expect(status.findings.map(({ observed = '' }) => observed)).toEqual(
      findings.filter(({ verdict }) => verdict !== 'NotApplicable').map(({ observed }) => observed),
    );
  });

  it('gives up what was predicted before anything that was seen', () => {
    const small = reportOf({ architecture: 'x86_64' }, 'x'.repeat(40), true).status;
    expect(small.findings.filter((finding) => finding.prediction !== undefined).length).toBeGreaterThan(30);
    const { status } = reportOf({ architecture: 'x86_64' }, 'x'.repeat(100), true);

    expect(sizeOf(status)).toBeLessThanOrEqual(statusBudget);
    expect(status.findings.map((finding) => [finding.prediction, finding.observed?.length])).toEqual(
      status.findings.map(() => [undefined, 100]),
    );
  });

  it('shortens what was seen before it gives up a fact', () => {
    const { status } = reportOf({ architecture: 'x86_64' }, 'ö'.repeat(200));

    expect(sizeOf(status)).toBeLessThanOrEqual(statusBudget);
    expect(status.facts.architecture).toBe('x86_64');
    expect(new Set(status.findings.map(({ observed }) => observed?.length))).toEqual(new Set([64]));
  });

  it('gives up the largest fact whole, so that it is Unknown when it is judged again', () => {
    const { status } = reportOf({ architecture: 'x86_64', kernelRelease: '5.14.0', listeners: listeners(64) });

    expect(sizeOf(status)).toBeLessThanOrEqual(statusBudget);
    expect(status.facts).toMatchObject({ architecture: 'x86_64', kernelRelease: '5.14.0' });
    expect(status.facts.listeners).toBeUndefined();
    expect(status.facts.unavailable).toContainEqual({ fact: 'listeners', reason: 'too-large', source: 'NodeReport' });
    const again = evaluateNode(fromReportedFacts(status.facts), profile);
    expect(again.find(({ requirement }) => requirement === 'bgp-port-open')).toMatchObject({
      verdict: 'Unknown',
    });
  });

  it('keeps every verdict and every reason, however large the rest', () => {
    const { status } = reportOf(
      { listeners: listeners(64), cgroup2Mounts: Array(16).fill('🐈'.repeat(256)) },
      '🐈'.repeat(200),
    );

    expect(sizeOf(status)).toBeLessThanOrEqual(statusBudget);
    expect(status.findings.length + (status.notApplicable?.length ?? 0)).toBe(
      evaluateNode(fromReportedFacts({}), profile).length,
    );
  });

  it('names a failing peer of each flow, however much else there is', () => {
    const failing = Array.from({ length: 10 }, (_none, key) => ({
      ...{ peer: `${'worker-'.repeat(16)}${String(key)}`, key, outcome: 'filtered' as const, said: 'x'.repeat(64) },
      ...{ firstAt: 1, failedAt: 2, recentAt: 3, lastAt: 4, proven: key === 9 },
    }));
    const flows = flowKeys.map((flow) => ({ flow, needed: 20, tested: 20, blocked: 10, covered: 10, failing }));
    const { status } = reportOf({ flowTests: { peers: 20, since: 1, allPairsBy: 2, flows } }, 'x'.repeat(60));

    expect(sizeOf(status)).toBeLessThanOrEqual(statusBudget);
    expect(status.facts.flowTests?.flows.map((flow) => flow.failing.map(({ key }) => key))).toEqual(
      flows.map(() => [9]),
    );
  });

  it('loses nothing when it fits', () => {
    const { status } = reportOf({ listeners: listeners(3) }, 'x'.repeat(64));
    expect(status.facts.listeners).toEqual(listeners(3));
  });
});
