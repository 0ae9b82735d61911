import fc from 'fast-check';
import { declareProfile } from '@calico-readiness/requirements';
import { futureChanges, withUnknownFields } from '../../requirements/test/future-reports';
import { recordedVersions } from '../../requirements/test/recorded-versions';
import { readNodeReport } from '../k8s/read-node-report';
import { findingsUnder } from './what-if/what-if-findings';

const reports = recordedVersions().flatMap((recorded) => recorded.reports);
const titled = reports.map((report) => [report.metadata.name, report.status.catalogueVersion, report] as const);
const read = (status: unknown) => readNodeReport({ metadata: { name: 'a' }, status })!;
const everything = declareProfile(
  { dataplane: 'BPF', encapsulation: ['VXLAN'], ipFamilies: ['IPv4', 'IPv6'], wireguard: true, sctp: true },
  'test',
);

/** Places of words in facts, which a later agent may choose of more than we know; units and modules by name are none. */
function wordsIn(value: unknown, place: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [place];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => wordsIn(child, [...place, name]));
}

function changedAt(value: unknown, [name, ...rest]: readonly string[], to: unknown): unknown {
  if (name === undefined) return to;
  const child = changedAt((value as Readonly<Record<string, unknown>>)[name], rest, to);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === name ? child : item));
  return { ...(value as object), [name]: child };
}

const facts = reports.flatMap(({ status }) => wordsIn(status.facts).map((place) => ({ status, place })));
/** Words of a set that an agent chooses from, by where they stand. */
const choices = facts.filter(({ place }) =>
  /^(?:load|enablement|daemon|lockdown|cloud|command|program|uplinks|protocol|reason)$/.test(place.at(-1) ?? ''),
);

describe('a what-if on a report of another version', () => {
  it.each(titled)('loses no verdict of %s, catalogue %s, under its own profile', (_name, _catalogue, report) => {
    const { status } = report;
    const findings = findingsUnder(read(status), status.profile);

    for (const { requirement, verdict, reason } of status.findings)
      expect(findings.get(requirement)).toMatchObject({ verdict, reason });
    for (const id of status.notApplicable ?? []) expect(findings.get(id)?.verdict).toBe('NotApplicable');
  });

  it.each(futureChanges)('$what can be asked, and shows nothing met that was not', ({ change }) => {
    for (const { status } of reports) {
      const before = findingsUnder(read(status), everything);
      for (const [id, { verdict }] of findingsUnder(read(change(status)), everything)) {
        if (verdict === 'Pass' && before.has(id)) expect(before.get(id)?.verdict).toBe('Pass');
      }
    }
  });

  it('says the same where facts have fields that nobody knows', () => {
    for (const { status } of reports) {
      const later = { ...status, facts: { ...status.facts, ...unknownFacts(status.facts) } };
      expect(findingsUnder(read(later), everything)).toEqual(findingsUnder(read(status), everything));
    }
  });

  it('shows nothing met that was not where a fact has a word that nobody knows', () => {
    expect(choices.length).toBeGreaterThan(10);
    const word = fc.stringMatching(/^[a-z]{8,20}$/);
    fc.assert(
      fc.property(fc.constantFrom(...choices), word, ({ status, place }, to) => {
        const before = findingsUnder(read(status), everything);
        const after = findingsUnder(read({ ...status, facts: changedAt(status.facts, place, to) }), everything);
        for (const [id, { verdict }] of after) {
          if (verdict === 'Pass') expect([id, before.get(id)?.verdict]).toEqual([id, 'Pass']);
        }
      }),
    );
  });

  it.each(['moduleLoading', 'ruleLoaders', 'systemdNetworkd'])(
    'takes a gap for a reason that nobody knows as one: %s, which counts as ordinary where it is left out',
    (fact) => {
      for (const { status } of reports) {
        const gap = (reason: string) => {
          const rest = Object.fromEntries(Object.entries(status.facts).filter(([name]) => name !== fact));
          const unavailable = [{ fact, reason, source: 'x' }];
          return verdictsOf(findingsUnder(read({ ...status, facts: { ...rest, unavailable } }), everything));
        };
        expect(gap('reason-of-the-future')).toEqual(gap('denied'));
      }
    },
  );
});

const verdictsOf = (findings: ReturnType<typeof findingsUnder>) =>
  Object.fromEntries([...findings.values()].map(({ requirement, verdict }) => [requirement, verdict]));

/** Each fact that is no map of names, with fields of the future in it. */
function unknownFacts(reported: object): object {
  const maps = ['services', 'kernelModules', 'kernelConfiguration', 'legacyIptables', 'tunnelDevices'];
  const others = Object.entries(reported).filter(([name]) => !maps.includes(name));
  return { ...(withUnknownFields(Object.fromEntries(others)) as object) };
}
