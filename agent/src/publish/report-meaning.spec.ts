import type { NodeReport } from '@calico-readiness/requirements';
import { declareProfile, fromReportedFacts } from '@calico-readiness/requirements';
import { buildNodeReport } from './node-report';
import { sameMeaning } from './report-meaning';

const report = buildNodeReport({
  facts: fromReportedFacts({
    architecture: 'x86_64',
    services: { 'firewalld.service': { load: 'loaded', enablement: 'enabled', active: true, startsAtBoot: true } },
  }),
  findings: [{ requirement: 'firewalld-disabled', verdict: 'Fail', reason: 'FirewalldActive', observed: 'active' }],
  profile: declareProfile({}, ''),
  nodeName: 'worker-1',
  nodeUID: 'uid-1',
  agentVersion: '1.2.3',
  observedAt: '2026-01-01T00:00:00.000Z',
  reportIntervalSeconds: 900,
});
const { status, metadata } = report;

/** As an API server may hand it back: other key order, own metadata, a spec. */
const reversed = (value: unknown): unknown =>
  typeof value !== 'object' || value === null
    ? value
    : Array.isArray(value)
      ? value.map(reversed)
      : Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([name, item]) => [name, reversed(item)]),
        );

describe('sameMeaning', () => {
  it.each<[string, NodeReport]>([
    ['another time of observation', { ...report, status: { ...status, observedAt: '2026-01-01T01:00:00.000Z' } }],
    [
      'another since',
      {
        ...report,
        status: {
          ...status,
          findings: status.findings.map((finding) => ({ ...finding, since: '2020-01-01T00:00:00Z' })),
        },
      },
    ],
    [
      'other transition times',
      {
        ...report,
        status: {
          ...status,
          conditions: status.conditions.map((condition) => ({
            ...condition,
            lastTransitionTime: '2020-01-01T00:00:00Z',
          })),
        },
      },
    ],
    ['another order of keys', reversed(report) as NodeReport],
    [
      'what the API adds',
      {
        ...report,
        metadata: { ...metadata, uid: 'x', resourceVersion: '5' },
        spec: { recheckRequestedAt: '2026-01-01T00:00:00Z' },
      },
    ],
    [
      "somebody else's label and owner",
      {
        ...report,
        metadata: {
          ...metadata,
          labels: { ...metadata.labels, pool: 'worker' },
          ownerReferences: [...metadata.ownerReferences!, { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'p' }],
        },
      },
    ],
  ])('is kept by %s', (_name, other) => {
    expect(sameMeaning(report, other)).toBe(true);
  });

  it.each<[string, NodeReport]>([
    ['another fact', { ...report, status: { ...status, facts: { ...status.facts, architecture: 'aarch64' } } }],
    [
      'another observation',
      {
        ...report,
        status: { ...status, findings: status.findings.map((finding) => ({ ...finding, observed: 'enabled' })) },
      },
    ],
    ['another boot', { ...report, status: { ...status, bootID: 'other' } }],
    ['another interval', { ...report, status: { ...status, reportIntervalSeconds: 60 } }],
    ['another version of the agent', { ...report, status: { ...status, agentVersion: '1.2.4' } }],
    ['a lost label', { ...report, metadata: { ...metadata, labels: {} } }],
    [
      'another Node',
      { ...report, metadata: { ...metadata, ownerReferences: [{ ...metadata.ownerReferences![0]!, uid: 'uid-2' }] } },
    ],
    ['no status yet', { ...report, status: undefined } as unknown as NodeReport],
  ])('is changed by %s', (_name, other) => {
    expect(sameMeaning(report, other)).toBe(false);
  });
});
