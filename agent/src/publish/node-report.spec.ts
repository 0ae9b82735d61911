import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Finding, NodeReport, NodeReportStatus } from '@calico-readiness/requirements';
import {
  catalogueVersion,
  declareProfile,
  evaluateNode,
  fromReportedFacts,
  toReportedFacts,
} from '@calico-readiness/requirements';
import { observeHost } from '../observation/observe-host';
import type { NodeReportInput } from './node-report';
import { buildNodeReport } from './node-report';

const early = '2026-01-01T00:00:00.000Z';
const late = '2026-01-02T00:00:00.000Z';
const finding = (
  requirement: Finding['requirement'],
  verdict: Finding['verdict'],
  reason: string,
  observed = '',
): Finding => ({ requirement, verdict, reason, observed });

const input: NodeReportInput = {
  facts: fromReportedFacts({ architecture: 'x86_64' }),
  findings: [
    finding('ipip-tunnel', 'Pass', 'Available'),
    finding('firewalld-disabled', 'Fail', 'FirewalldActive', 'active'),
  ],
  profile: declareProfile({ sctp: true }, 'command line'),
  nodeName: 'worker-1',
  nodeUID: 'uid-1',
  bootID: 'boot-1',
  agentVersion: '1.2.3',
  observedAt: early,
  reportIntervalSeconds: 900,
};
const build = (changes: Partial<NodeReportInput> = {}): NodeReport & { readonly status: NodeReportStatus } =>
  buildNodeReport({ ...input, ...changes });
const sinces = ({ status }: NodeReport): object =>
  Object.fromEntries(status!.findings.map(({ requirement, since }) => [requirement, since]));

describe('buildNodeReport', () => {
  it('says what was predicted of a finding, and nothing of one that passes or was not predicted', () => {
    const prediction = { guide: 'firewalld', verdict: 'Pass', reason: 'FirewalldOff' } as const;
    const predictions = new Map([
      ['firewalld-disabled', prediction],
      ['ipip-tunnel', prediction],
    ]);
    expect(build({ predictions }).status.findings.map((each) => each.prediction)).toEqual([undefined, prediction]);
    expect(JSON.stringify(build())).not.toContain('prediction');
    expect(build({ predictions }).status.compact).toBe(build().status.compact);
  });

  it('says what was observed, against what, when and by whom', () => {
    const { status, ...object } = build();

    expect(object).toEqual({
      apiVersion: 'calicoreadiness.io/v1alpha1',
      kind: 'NodeReport',
      metadata: {
        name: 'worker-1',
        labels: { 'calicoreadiness.io/verdict': 'NotReady' },
        ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'worker-1', uid: 'uid-1' }],
      },
    });
    expect(status).toMatchObject({
      nodeUID: 'uid-1',
      bootID: 'boot-1',
      agentVersion: '1.2.3',
      catalogueVersion,
      calicoVersion: 'v3.25',
      observedAt: early,
      reportIntervalSeconds: 900,
      verdict: 'NotReady',
      summary: { pass: 1, warn: 0, fail: 1, unknown: 0, notApplicable: 0 },
      profile: {
        sctp: { value: true, source: 'declared', from: 'command line' },
        bgp: { value: true, source: 'defaulted' },
      },
      findings: [
        { requirement: 'ipip-tunnel', verdict: 'Pass', reason: 'Available' },
        {
          requirement: 'firewalld-disabled',
          verdict: 'Fail',
          reason: 'FirewalldActive',
          observed: 'active',
          since: early,
        },
      ],
      facts: { architecture: 'x86_64' },
      conditions: [
        {
          type: 'Ready',
          status: 'False',
          reason: 'RequirementsNotMet',
          message: 'Not met: firewalld-disabled.',
          lastTransitionTime: early,
        },
        { type: 'ConnectivityVerified', status: 'Unknown', reason: 'NotVerified', lastTransitionTime: early },
        { type: 'Reporting', status: 'True', reason: 'Observed', lastTransitionTime: early },
      ],
    });
  });

  it('leaves out what is not known of the node', () => {
    const { facts, findings, profile, nodeName, agentVersion, observedAt, reportIntervalSeconds } = input;
    const { metadata, status } = buildNodeReport({
      facts,
      findings,
      profile,
      nodeName,
      agentVersion,
      observedAt,
      reportIntervalSeconds,
    });

    expect([metadata.ownerReferences, status.nodeUID, status.bootID]).toEqual([undefined, undefined, undefined]);
  });

  it('keeps since when a verdict stands for the same reason', () => {
    expect(sinces(build({ observedAt: late, previous: build() }))).toEqual({
      'ipip-tunnel': undefined,
      'firewalld-disabled': early,
    });
  });

  it('begins anew with another verdict or another reason', () => {
    const findings = [
      finding('ipip-tunnel', 'Fail', 'ModuleMissing'),
      finding('firewalld-disabled', 'Fail', 'FirewalldStartsAtBoot'),
    ];

    expect(sinces(build({ observedAt: late, findings, previous: build() }))).toEqual({
      'ipip-tunnel': late,
      'firewalld-disabled': late,
    });
  });

  it('tells since when something passes only when it was seen to begin', () => {
    const findings = [
      finding('ipip-tunnel', 'Pass', 'Available'),
      finding('firewalld-disabled', 'Pass', 'NotInstalled'),
    ];

    expect(sinces(build({ observedAt: late, findings, previous: build() }))).toEqual({
      'ipip-tunnel': undefined,
      'firewalld-disabled': late,
    });
  });

  it('carries nothing over from another Node of the same name', () => {
    const { status } = build({ observedAt: late, previous: build({ nodeUID: 'uid-0' }) });

    expect([status.findings[1]?.since, status.conditions[0]?.lastTransitionTime]).toEqual([late, late]);
  });

  it('moves the transition time of a condition only when its status changes', () => {
    const findings = [finding('ipip-tunnel', 'Pass', 'Available')];
    const { status } = build({ observedAt: late, findings, previous: build() });

    expect(
      status.conditions.map(({ type, status: state, lastTransitionTime }) => [type, state, lastTransitionTime]),
    ).toEqual([
      ['Ready', 'True', late],
      ['ConnectivityVerified', 'Unknown', early],
      ['Reporting', 'True', early],
    ]);
  });

  it('takes a report whose status was not written yet as no history', () => {
    const { apiVersion, kind, metadata } = build();

    expect(build({ previous: { apiVersion, kind, metadata } })).toEqual(build());
  });

  it('makes every host text one safe line', () => {
    const facts = fromReportedFacts({
      kernelRelease: '6.1\u001b[2J\u202e',
      operatingSystem: { id: 'x\n'.repeat(100) },
    });
    const { status } = build({ facts, findings: [finding('ebpf', 'Fail', 'TooOld', `6.1\u0007${'x'.repeat(500)}`)] });

    expect(status.facts.kernelRelease).toBe('6.1[2J');
    expect(status.facts.operatingSystem?.id).toHaveLength(64);
    expect(status.findings[0]?.observed).toMatch(/^6\.1x+…$/);
    expect(status.findings[0]?.observed).toHaveLength(256);
  });
});

describe('the report of a real host', () => {
  const hosts = fileURLToPath(new URL('../../fixtures/hosts', import.meta.url));
  const roots = readdirSync(hosts, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'empty')
    .map(({ name }) => `${hosts}/${name}/root`);

  const reportOf = async (hostRoot: string): Promise<NodeReport> => {
    const observation = await observeHost({ hostRoot, profile: declareProfile({}, '') });
    return buildNodeReport({ ...input, ...observation });
  };

  it('is small: 5,000 of them are listed at once', async () => {
    const reports = await Promise.all(roots.map(async (root) => JSON.stringify(await reportOf(root))));
    const median = (sizes: number[]): number => sizes.sort((one, other) => one - other)[Math.floor(sizes.length / 2)]!;

    expect(median(reports.map((report) => report.length))).toBeLessThan(11_000);
    expect(median(reports.map((report) => gzipSync(report).length))).toBeLessThan(3_000);
  });

  it.each(roots.map((root) => [root]))('can be judged again from its facts alone: %s', async (root) => {
    const profile = declareProfile(
      {
        dataplane: 'BPF',
        encapsulation: ['VXLAN'],
        wireguard: true,
        sctp: true,
        kubeProxyMode: 'ipvs',
        ipFamilies: ['IPv4', 'IPv6'],
      },
      'what-if',
    );
    const { facts } = await observeHost({ hostRoot: root, profile });
    const reported = buildNodeReport({ ...input, facts, profile }).status.facts;

    expect(reported).toEqual(JSON.parse(JSON.stringify(toReportedFacts(facts))));
    expect(
      evaluateNode(fromReportedFacts(reported), profile).map(({ requirement, verdict, reason }) => [
        requirement,
        verdict,
        reason,
      ]),
    ).toEqual(evaluateNode(facts, profile).map(({ requirement, verdict, reason }) => [requirement, verdict, reason]));
  });
});
