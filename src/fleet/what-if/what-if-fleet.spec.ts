import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  calicoVersions,
  dataplanes,
  declareProfile,
  encapsulations,
  evaluateNode,
  fromReportedFacts,
  ipFamilies,
  kubeProxyModes,
  nodeVerdict,
  requirementById,
} from '@calico-readiness/requirements';
import type { NodeReportStatus } from '@calico-readiness/requirements';
import { readNodeReport } from '../../k8s/read-node-report';
import { buildFleet } from '../build-fleet';
import { whatIfUndecided } from '../reason-text';
import { nodeObject } from '../../testing/cluster-objects';
import { finding, reportObject, testNow } from '../../testing/reports';
import { compareCauses, findingBefore, isChanged, summarizeWhatIf } from './what-if-changes';
import { reportUnder, WhatIfJudge } from './what-if-fleet';
import { findingsUnder } from './what-if-findings';
import { profileUnder, whatIfValuesOf } from './what-if-profile';
import type { WhatIfValues } from './what-if-profile';
import { causesOf } from '../causes';

const hosts = path.join(import.meta.dirname, '../../../agent/fixtures/hosts');

/** The reports that the agent makes of the trees in its fixtures, as they are kept there. */
const goldenStatuses = readdirSync(hosts)
  .filter((name) => existsSync(path.join(hosts, name, 'report.golden.json')))
  .map((name): [string, NodeReportStatus] => {
    const golden = JSON.parse(readFileSync(path.join(hosts, name, 'report.golden.json'), 'utf8')) as {
      status?: NodeReportStatus;
    };
    return [name, golden.status ?? (golden as NodeReportStatus)];
  });

const reportOf = (status: unknown) => readNodeReport({ metadata: { name: 'a' }, status })!;

const fullValues = fc.record({
  calicoVersion: fc.constantFrom(...calicoVersions),
  dataplane: fc.constantFrom(...dataplanes),
  encapsulation: fc.subarray([...encapsulations]),
  bgp: fc.boolean(),
  ipFamilies: fc.subarray([...ipFamilies], { minLength: 1 }),
  kubeProxyMode: fc.constantFrom(...kubeProxyModes),
  wireguard: fc.boolean(),
  sctp: fc.boolean(),
});

const verdictsOf = (findings: Iterable<{ readonly requirement: string; readonly verdict: string }>) =>
  Object.fromEntries([...findings].map(({ requirement, verdict }) => [requirement, verdict]));

describe.each(goldenStatuses)('a what-if on the report of %s', (_name, golden) => {
  const facts = fromReportedFacts(reportOf(golden).facts);
  /** The facts of the fixture as an agent with this catalogue would report them under a profile. */
  const statusUnder = (values: WhatIfValues) => {
    const profile = declareProfile(values, 'test');
    const findings = evaluateNode(facts, profile);
    return { ...golden, profile, findings, verdict: nodeVerdict(findings) };
  };

  it('changes nothing when it equals the current profile', () => {
    fc.assert(
      fc.property(fullValues, (values) => {
        const report = reportOf(statusUnder(values));
        expect(reportUnder(report, whatIfValuesOf(report.profile!))).toBe(report);
        // Nor when it is judged all the same, as with a copy of the profile.
        expect(findingsUnder(report, { ...report.profile! })).toEqual(report.findings);
      }),
      { numRuns: 30 },
    );
    const asReported = reportOf(golden);
    expect(reportUnder(asReported, whatIfValuesOf(asReported.profile!))).toBe(asReported);
  });

  it('gives the verdicts that an agent with the other profile would give', () => {
    fc.assert(
      fc.property(fullValues, fullValues, (values, others) => {
        const report = reportOf(statusUnder(values));
        const after = reportUnder(report, others);
        const expected = evaluateNode(facts, profileUnder(report.profile!, others));
        const known = new Set<string>(expected.map(({ requirement }) => requirement));
        expect(verdictsOf([...after.findings.values()].filter(({ requirement }) => known.has(requirement)))).toEqual(
          verdictsOf(expected),
        );
        expect(
          [...after.findings.values()]
            .filter(({ requirement }) => !known.has(requirement))
            .map(({ verdict }) => verdict),
        ).toEqual([...report.findings.keys()].filter((id) => !known.has(id)).map(() => 'NotApplicable'));
        expect(after.verdict).toBe(nodeVerdict(expected));
      }),
      { numRuns: 30 },
    );
  });
});

describe('WhatIfJudge', () => {
  const bpf: WhatIfValues = { dataplane: 'BPF' };
  const fleetOf = (reports: Readonly<Record<string, unknown>>) =>
    buildFleet(
      Object.keys(reports).map((name) => nodeObject(name)),
      Object.values(reports).filter((report) => report !== null),
      [],
      testNow,
    );

  it('leaves alone what is stale, silent, or of that profile already', () => {
    const fleet = fleetOf({
      stale: reportObject('stale', { age: 9999 }),
      silent: null,
      same: reportObject('same', { status: { profile: declareProfile(bpf, 'test') } }),
    });
    const judged = new WhatIfJudge(bpf).fleet(fleet);
    expect(judged.rows.map((row, index) => row === fleet.rows[index])).toEqual([true, true, true]);
    expect([judged.verdicts, judged.present]).toEqual([fleet.verdicts, fleet]);
  });

  it.each([
    ['without facts', { facts: undefined }],
    ['with facts that cannot be read', { facts: { kernelModules: 7, operatingSystem: [], capabilities: 'all' } }],
    ['that does not say what it was judged against', { profile: undefined }],
    [
      'judged against a profile that nobody knows',
      { profile: { dataplane: { value: 'Carrier pigeons', source: 'declared' } } },
    ],
  ])('decides nothing about a host from a report %s', (_title, status) => {
    const [row] = new WhatIfJudge(bpf).fleet(fleetOf({ a: reportObject('a', { status }) })).rows;
    // Flows are decided by traffic, so that their tests need no facts; what no profile here applies needs none either.
    const inapplicable = evaluateNode(fromReportedFacts({}), declareProfile({}, 'test')).filter(
      ({ verdict }) => verdict === 'NotApplicable',
    );
    const without = new Set<string>(inapplicable.map(({ requirement }) => requirement));
    const ofHost = [...row!.report!.findings.values()].filter(
      ({ requirement }) => requirementById(requirement)?.scope === 'host' && !without.has(requirement),
    );
    expect(ofHost.length).toBeGreaterThan(10);
    const verdicts = new Set(ofHost.map(({ verdict }) => verdict));
    expect([row?.verdict, verdicts.has('Pass'), verdicts.has('Fail'), verdicts.has('Warn')]).toEqual([
      'Unknown',
      false,
      false,
      false,
    ]);
  });

  it('gives a reason when the report does not say what it was judged against', () => {
    const [row] = new WhatIfJudge(bpf).fleet(
      fleetOf({ a: reportObject('a', { status: { profile: undefined } }) }),
    ).rows;
    expect(new Set([...row!.report!.findings.values()].map(({ reason }) => reason))).toEqual(
      new Set([whatIfUndecided]),
    );
  });

  it('does not guess about a requirement that only a later agent knows', () => {
    const [row] = new WhatIfJudge(bpf).fleet(
      fleetOf({ a: reportObject('a', { findings: [finding('of-tomorrow Pass')] }) }),
    ).rows;
    expect(row?.report?.findings.get('of-tomorrow')).toEqual({
      requirement: 'of-tomorrow',
      verdict: 'Unknown',
      reason: whatIfUndecided,
      observed: '',
    });
  });

  it('keeps the result of a tested flow that the profile does not touch', () => {
    const findings = [
      finding('typha-port-open Pass Open', { observed: 'tested' }),
      finding('kube-apiserver-reachable Pass Reached'),
    ];
    const [row] = new WhatIfJudge({ wireguard: true }).fleet(
      fleetOf({ a: reportObject('a', { findings, status: { facts: { listeners: [] } } }) }),
    ).rows;
    expect(row?.report?.findings.get('typha-port-open')).toMatchObject({ verdict: 'Pass', reason: 'Open' });
  });

  it('judges each report once', () => {
    const fleet = fleetOf({ a: reportObject('a'), b: reportObject('b') });
    const judge = new WhatIfJudge(bpf);
    const first = judge.fleet(fleet);
    const second = judge.fleet({ ...fleet, rows: [fleet.rows[0]!, { ...fleet.rows[1]! }] });
    expect(second.rows[0]).toBe(first.rows[0]);
    expect(second.rows[1]?.report).toBe(first.rows[1]?.report);
  });

  it('gives every node what it would get alone, however much nodes have in common', () => {
    const [one, other] = goldenStatuses;
    const statuses: readonly Readonly<Record<string, unknown>>[] = [
      {},
      { verdict: 'NotReady' },
      { profile: undefined, calicoVersion: 'v3.25' },
      { profile: undefined, calicoVersion: 'v3.30' },
      { profile: declareProfile({ wireguard: true }, 'test') },
      { profile: declareProfile(bpf, 'test') },
      { facts: one![1].facts },
      { facts: other![1].facts },
      { facts: { ...one![1].facts, kernelRelease: '4.18.0-193.el8.x86_64' } },
      { findings: [finding('kernel-version-supported Fail TooOld')] },
    ];
    const reports = [...statuses, ...statuses].map((status, index) =>
      reportObject(`node-${String(index)}`, { age: index, status }),
    );
    const judged = new WhatIfJudge(bpf).fleet(fleetOf(Object.fromEntries(reports.map((r) => [r.metadata.name, r]))));
    expect(judged.rows).toHaveLength(20);
    for (const [index, { report }] of judged.rows.entries()) {
      // Read on its own, with an object for everything.
      const alone = { ...readNodeReport(structuredClone(reports[index]))! };
      const [facts, findings] = [{ ...alone.facts }, new Map(alone.findings)];
      expect(report).toEqual(reportUnder({ ...alone, facts, findings }, { ...bpf }));
    }
  });

  it('adds up to the Node list, and sums up what would change', () => {
    const ready = { ...goldenStatuses.find(([name]) => name === 'debian-12-arm64-stock')![1] };
    const facts = fromReportedFacts(reportOf(ready).facts);
    const profile = declareProfile({}, 'test');
    const old = {
      ...facts,
      kernelRelease: { status: 'observed' as const, value: '4.18.0-193.el8.aarch64', source: 'test' },
    };
    const status = (of: typeof facts, release: string) => ({
      profile,
      findings: evaluateNode(of, profile),
      verdict: nodeVerdict(evaluateNode(of, profile)),
      facts: { ...ready.facts, kernelRelease: release },
    });
    const fleet = fleetOf({
      modern: reportObject('modern', { status: status(facts, ready.facts.kernelRelease ?? '') }),
      old: reportObject('old', { status: status(old as typeof facts, '4.18.0-193.el8.aarch64') }),
      blank: reportObject('blank', { status: { profile: undefined } }),
      silent: null,
    });
    const judged = new WhatIfJudge(bpf).fleet(fleet);
    const total = Object.values(judged.verdicts).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(4);
    const summary = summarizeWhatIf(judged);
    expect([summary.undecided, summary.notJudged]).toEqual([judged.verdicts.Unknown, 1]);
    expect(summary.changed).toBe(judged.rows.filter(isChanged).length);
    const blank = judged.rows.find(({ name }) => name === 'blank')!;
    expect(findingBefore(blank, { id: 'ip-sets' })?.verdict).toBe('Pass');
    const { causes, gone } = compareCauses(causesOf(judged), fleet);
    expect(causes.find(({ cause }) => cause.reason === whatIfUndecided)?.more).toBe(1);
    expect(gone.every(({ rows }) => rows.length > 0)).toBe(true);
  });
});
