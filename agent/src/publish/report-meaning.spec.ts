import type { FailingFlowPeer, FlowTest, NodeReport } from '@calico-readiness/requirements';
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

/** The report of a node from which VXLAN does not reach a peer, in its latest test. */
function withTests(changes: Partial<FlowTest>, peer: Partial<FailingFlowPeer> = {}, testedAt = 500): NodeReport {
  const times = { firstAt: 100, failedAt: 460, recentAt: 100, lastAt: 460 };
  const failing = { peer: 'worker-2', key: 7, outcome: 'filtered', ...times, proven: true, ...peer } as const;
  const flow = {
    flow: 'vxlan-IPv4',
    needed: 4,
    tested: 4,
    blocked: 1,
    covered: 3,
    failing: [failing],
    ...changes,
  } as const;
  const flowTests = { peers: 4, since: 1, allPairsBy: 600, flows: [flow] };
  const apiAccess = { testedAt, ways: [], serversListed: true, calico: 'absent' } as const;
  const told = String(flow.covered);
  const finding = { requirement: 'vxlan-port-open', verdict: 'Fail', reason: 'FlowFiltered', observed: told } as const;
  const facts = { ...status.facts, flowTests, apiAccess };
  return { ...report, status: { ...status, findings: [...status.findings, finding], facts } };
}

describe('sameMeaning of flows', () => {
  it.each<[string, NodeReport]>([
    ['other counts of peers', withTests({ needed: 5, tested: 3, covered: 4 })],
    ['another test of a peer that fails', withTests({}, { recentAt: 460, lastAt: 900 })],
    ['another test of the API', withTests({}, {}, 900)],
    ['an agent that began anew', { ...withTests({}), status: { ...withTests({}).status!, agentStartedAt: 'then' } }],
  ])('is kept by %s', (_name, other) => {
    expect(sameMeaning(withTests({}), other)).toBe(true);
  });

  it.each<[string, NodeReport]>([
    ['a peer that does not fail any more', withTests({ failing: [] })],
    ['another outcome', withTests({}, { outcome: 'prohibited' })],
    ['a proof', withTests({}, { proven: false })],
    ['an end of all tests', withTests({ untested: 'switched-off', failing: [] })],
  ])('is changed by %s', (_name, other) => {
    expect(sameMeaning(withTests({}), other)).toBe(false);
  });
});

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
