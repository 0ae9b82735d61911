import { ActiveWaivers, calicoVersions, declareProfile, readWaivers } from '@calico-readiness/requirements';
import type { ReportedFacts } from '@calico-readiness/requirements';
import { nodeObject } from '../../testing/cluster-objects';
import { stockDebian } from '../../testing/host-facts';
import { judgedReport } from '../../testing/reports';
import { buildFleet } from '../build-fleet';
import { causesOf } from '../causes';
import { releaseCandidates } from './profile-candidates';
import { ProfileEvaluation } from './profile-evaluation';
import { compareFits } from './profile-fit';
import type { ProfileFit } from './profile-fit';
import { WhatIfJudge } from '../what-if/what-if-fleet';
import type { WhatIfValues } from '../what-if/what-if-profile';

const present = declareProfile({ encapsulation: ['VXLAN'], bgp: false }, 'test');
const oldKernel: ReportedFacts = { ...stockDebian, kernelRelease: '4.18.0-80.el8.x86_64' };
/** Where nobody saw the modules. */
const withoutModules: ReportedFacts = Object.fromEntries(
  Object.entries(stockDebian).filter(([name]) => name !== 'kernelModules'),
);

const nodes = ['healthy', 'like-it', 'old', 'dark', 'stale', 'silent'].map((name) => nodeObject(name));
const reports = [
  judgedReport('healthy', { profile: present, facts: stockDebian }),
  judgedReport('like-it', { profile: present, facts: stockDebian }),
  judgedReport('old', { profile: present, facts: oldKernel }),
  judgedReport('dark', { profile: present, facts: withoutModules }),
  judgedReport('stale', { profile: present, age: 9999 }),
];
const fleet = buildFleet(nodes, reports, [], Date.now());

const read = readWaivers(
  ['kernel-version-supported', 'ebpf'].map((requirement) => ({
    requirement,
    nodeSelector: {},
    reason: 'goes with the next image',
    owner: 'platform team',
    expiry: '2999-01-01T00:00:00Z',
  })),
);
const waivers = { policy: undefined, problem: null, read, active: new ActiveWaivers(read.usable, Date.now()) };
const fleetWithWaivers = buildFleet(nodes, reports, [], Date.now(), undefined, waivers);

/** To the end, however many rows that takes. */
function fitsOf(evaluation: ProfileEvaluation, of = fleet): readonly ProfileFit[] {
  const rows = evaluation.fits(of);
  for (;;) {
    const next = rows.next();
    if (next.done === true) return next.value;
  }
}

describe('a fleet under the usual profiles', () => {
  const candidates = releaseCandidates(present).flatMap((release) => release.candidates);
  const evaluation = new ProfileEvaluation(candidates.map(({ values }) => values));
  const fits = fitsOf(evaluation);
  // The same evaluation, so that what it remembers of the one must not count for the other.
  const fitsWithWaivers = fitsOf(evaluation, fleetWithWaivers);

  it.each(
    candidates.flatMap(({ profile: { id }, calicoVersion }, index) => [
      [id, calicoVersion, 'without waivers', index, fleet, fits] as const,
      [id, calicoVersion, 'with waivers', index, fleetWithWaivers, fitsWithWaivers] as const,
    ]),
  )('says of %s in Calico %s, %s, what its what-if says', (_id, _version, _waivers, index, of, found) => {
    const judge = new WhatIfJudge(candidates[index]?.values ?? {});
    judge.waive(of.waivers);
    const whatIf = judge.fleet(of);
    const { Ready, ReadyWithWaivers, NotReady, Unknown } = whatIf.verdicts;
    expect(found[index]?.verdicts).toEqual({ Ready, ReadyWithWaivers, NotReady, Unknown });
    const causes = causesOf(whatIf).filter(({ bearing }) => bearing !== 'does-not-block');
    expect(found[index]?.causes.map((cause) => [cause.requirement, cause.reason, cause.nodes])).toEqual(
      causes.map((cause) => [cause.requirement, cause.reason, cause.nodes]),
    );
    expect(found[index]?.causes.map(({ requirements }) => [...requirements].sort())).toEqual(
      causes.map(({ requirements }) => [...requirements].sort()),
    );
  });

  it('counts nodes apart that are ready only with waivers', () => {
    expect(Math.max(...fitsWithWaivers.map(({ verdicts }) => verdicts.ReadyWithWaivers))).toBeGreaterThan(0);
    expect(Math.max(...fits.map(({ verdicts }) => verdicts.ReadyWithWaivers))).toBe(0);
  });

  it('finds ready nodes and others', () => {
    expect(Math.max(...fits.map(({ verdicts }) => verdicts.Ready))).toBe(3);
    expect(Math.max(...fits.map(({ verdicts }) => verdicts.NotReady))).toBeGreaterThan(0);
    expect(Math.min(...fits.map(({ verdicts }) => verdicts.Unknown))).toBe(1);
  });

  it('counts no node as ready that is Unknown, stale or without a report', () => {
    for (const { verdicts } of fits) {
      expect(verdicts.Ready).toBeLessThanOrEqual(3);
      expect(verdicts.Ready + verdicts.ReadyWithWaivers + verdicts.NotReady + verdicts.Unknown).toBe(4);
    }
  });

  it('evaluates a row at a time', () => {
    const rows = new ProfileEvaluation([{ dataplane: 'BPF' }]).fits(fleet);
    let steps = 0;
    while (rows.next().done !== true) steps += 1;
    expect(steps).toBe(fleet.rows.length);
  });

  it('takes a heartbeat for no news, and a new report for one', () => {
    const evaluation = new ProfileEvaluation([{ dataplane: 'BPF' }]);
    const [before] = fitsOf(evaluation);
    const rows = fleet.rows.map((row) =>
      row.report === undefined ? row : { ...row, report: { ...row.report, observedAt: 0 } },
    );
    expect(fitsOf(evaluation, { ...fleet, rows })).toEqual([before]);
    const changed = buildFleet(
      [nodeObject('healthy')],
      [judgedReport('healthy', { profile: present, facts: oldKernel })],
      [],
      Date.now(),
    );
    expect(fitsOf(evaluation, changed)[0]?.verdicts).toMatchObject({ Ready: 0 });
  });
});

describe('the candidates', () => {
  it('are the usual profiles in the newest and in the current release, without what a release does not have', () => {
    const releases = releaseCandidates(present);
    expect(
      releases.map(({ calicoVersion, isCurrent, isNewest, candidates, absent }) => [
        calicoVersion,
        isCurrent,
        isNewest,
        candidates.length,
        absent.map(({ id }) => id),
      ]),
    ).toEqual([
      ['v3.32', false, true, 7, []],
      ['v3.25', true, false, 6, ['nftables']],
    ]);
  });

  it('are listed once where the current release is the newest', () => {
    const newest = calicoVersions[calicoVersions.length - 1];
    expect(releaseCandidates(declareProfile({ calicoVersion: newest ?? 'v3.25' }, 'test'))).toHaveLength(1);
  });

  it('name only what differs, and nothing for the very profile of the cluster', () => {
    const [, current] = releaseCandidates(present);
    const values = (id: string): WhatIfValues | undefined =>
      current?.candidates.find(({ profile }) => profile.id === id)?.values;
    expect(values('vxlan')).toEqual({});
    expect(values('ipip')).toEqual({ encapsulation: ['IPIP'], bgp: true });
  });
});

describe('the order of fits', () => {
  const fit = (Ready: number, ReadyWithWaivers: number, NotReady: number, Unknown: number): ProfileFit => ({
    verdicts: { Ready, ReadyWithWaivers, NotReady, Unknown },
    causes: [],
  });
  it('has most ready nodes first, with waivers or without, and Unknown before not ready, however few know', () => {
    const fits = [fit(5, 0, 5, 0), fit(1, 8, 1, 0), fit(9, 0, 1, 0), fit(5, 0, 0, 5), fit(0, 0, 0, 10)];
    expect([...fits].sort(compareFits).map(({ verdicts }) => Object.values(verdicts))).toEqual([
      [9, 0, 1, 0],
      [1, 8, 1, 0],
      [5, 0, 0, 5],
      [5, 0, 5, 0],
      [0, 0, 0, 10],
    ]);
  });
});
