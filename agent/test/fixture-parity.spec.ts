import { readFileSync } from 'node:fs';
import type { NodeReport, RequirementId, Verdict } from '@calico-readiness/requirements';
import { catalogue } from '@calico-readiness/requirements';
import { fixtureHosts } from './fixture-hosts';
import { fixtureVariants } from './fixture-variants';

interface Seen {
  readonly requirement: string;
  readonly verdict: Verdict;
}

/** Findings as golden files write them: `requirement | verdict | …`, in those of variants behind a `+`. */
const inLines = (text: string, line: RegExp): Seen[] =>
  [...text.matchAll(line)].map(([, requirement, verdict]) => ({
    requirement: requirement ?? '',
    verdict: verdict as Verdict,
  }));

/** Everything that the golden files say, which other tests compare with the trees. */
const seen: readonly Seen[] = [
  ...fixtureHosts.flatMap(({ goldenReport, goldenFindings }) => [
    ...((JSON.parse(readFileSync(goldenReport, 'utf8')) as NodeReport).status?.findings ?? []),
    ...inLines(readFileSync(goldenFindings, 'utf8'), /^(\S+) \| (\w+)/gm),
  ]),
  ...fixtureVariants.flatMap(({ goldenFindings }) =>
    inLines(readFileSync(goldenFindings, 'utf8'), /^\+ (\S+) \| (\w+)/gm),
  ),
];

const verdictsOf = (id: RequirementId, findings: readonly Seen[] = seen): ReadonlySet<Verdict> =>
  new Set(findings.filter(({ requirement }) => requirement === id).map(({ verdict }) => verdict));

/** Which requirements of scope host lack a pass, or a failure, in these findings. There is no exception: a tree can show each. */
const gapsIn = (findings: readonly Seen[]): string[] =>
  catalogue
    .filter(({ scope }) => scope === 'host')
    .flatMap(({ id }) => {
      const verdicts = verdictsOf(id, findings);
      const failure = verdicts.has('Fail') || verdicts.has('Warn');
      return [...(verdicts.has('Pass') ? [] : [`${id}: no pass`]), ...(failure ? [] : [`${id}: no failure`])];
    });

describe('the fixture hosts and their variants', () => {
  /** Told once; the tests after it look for what it would miss. */
  const known = gapsIn(seen);

  it('show every requirement of a host met and not met, in files and not only in facts that a test made up', () => {
    expect(
      known,
      'add a variant below agent/fixtures/variants on which it passes or does not, and npm run update-golden',
    ).toEqual([]);
  });

  it.each(catalogue.filter(({ scope }) => scope === 'host'))(
    'would be missed the trees on which $id passes or does not',
    ({ id }) => {
      const without = (...verdicts: Verdict[]) =>
        seen.filter(({ requirement, verdict }) => requirement !== id || !verdicts.includes(verdict));
      expect(new Set(gapsIn(without('Pass')))).toEqual(new Set([...known, `${id}: no pass`]));
      expect(new Set(gapsIn(without('Fail', 'Warn')))).toEqual(new Set([...known, `${id}: no failure`]));
    },
  );

  it('show every requirement of the default profile and of all features unknown, on the empty host', () => {
    const decided = catalogue
      .filter(({ scope }) => scope !== 'cluster')
      .filter(({ id }) => !verdictsOf(id).has('Unknown'));
    expect(
      decided.map(({ id }) => id),
      'npm run update-golden writes what the empty host shows of a new requirement',
    ).toEqual([]);
  });

  it('show no traffic that passes, which none of them tests, and fail it only where a port is held', () => {
    const flows = catalogue.filter(({ scope }) => scope === 'flow');
    expect(flows.filter(({ id }) => verdictsOf(id).has('Pass')).map(({ id }) => id)).toEqual([]);
    const failing = flows.filter(({ id }) => verdictsOf(id).has('Fail'));
    expect(failing.filter(({ consults }) => consults?.includes('listeners') !== true).map(({ id }) => id)).toEqual([]);
  });
});
