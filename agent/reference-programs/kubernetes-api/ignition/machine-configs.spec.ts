import { readFileSync } from 'node:fs';
import type { GuideSituation, MachineConfigObject, NodeReport } from '@calico-readiness/requirements';
import {
  fromReportedFacts,
  guides,
  guideSituation,
  isEmptyChange,
  machineConfig,
  noSituation,
  profileValues,
  requirementById,
} from '@calico-readiness/requirements';
import { fixtureHosts } from '../../../test/fixture-hosts';
import { askIgnition } from './ignition-validator';

/** Names of pools, from the ones that every cluster has to the longest that is a label's value. */
const roles = ['master', 'worker', 'infra', 'a', 'gpu-worker.v2', 'r'.repeat(63)];

/** Every host of the fixtures alone, with all that its report does not meet; nothing; and all hosts together. */
function situations(): readonly (readonly [string, GuideSituation])[] {
  const nodes = fixtureHosts.map(({ name, goldenReport }) => {
    const { status } = JSON.parse(readFileSync(goldenReport, 'utf8')) as NodeReport;
    const unmet = status!.findings.filter(({ verdict }) => verdict !== 'Pass');
    return {
      name,
      facts: fromReportedFacts(status!.facts),
      profile: profileValues(status!.profile),
      requirements: unmet.map(({ requirement }) => requirement).filter((id) => requirementById(id) !== undefined),
    };
  });
  return [
    ['no node', noSituation],
    ...nodes.map((node) => [node.name, guideSituation([node])] as const),
    ['every host of the fixtures', guideSituation(nodes)],
  ];
}

const written = guides.flatMap((guide) =>
  situations().flatMap(([name, situation]) => {
    const change = guide.change(situation);
    if (isEmptyChange(change)) return [];
    return roles.map(
      (role) => [`${guide.id} for ${name} and ${role}`, machineConfig({ role, guide: guide.id, change })] as const,
    );
  }),
);
type Config = MachineConfigObject['spec']['config'];
const file = { path: '/etc/a.conf', mode: 420, overwrite: true, contents: { source: 'data:,a' } };
const withFiles = (...files: object[]) => ({ ignition: { version: '3.2.0' }, storage: { files } });
const withUnits = (...units: object[]) => ({ ignition: { version: '3.2.0' }, systemd: { units } });

describe("Ignition's validator", () => {
  it('has nothing against what the guides write, not even a warning', () => {
    const answers = askIgnition(written.map(([, { spec }]) => spec.config));
    const against = written.flatMap(([name], index) =>
      (answers[index]?.entries ?? ['']).map((entry) => `${name}: ${entry}`),
    );

    expect(against).toEqual([]);
    expect(answers).toHaveLength(written.length);
  });

  it('sees a MachineConfig of every guide that changes files or units of a host', () => {
    const seen = new Set(written.map(([name]) => name.split(' ')[0]));

    expect([...seen].sort()).toEqual(['firewalld', 'kernel-modules', 'networkmanager']);
    expect(written.length).toBeGreaterThan(3 * roles.length);
  });

  it.each<[string, object]>([
    ['a version that there is not', { ignition: { version: '9.9.9' } }],
    ['no version', {}],
    ['a path that is not absolute', withFiles({ ...file, path: 'etc/a.conf' })],
    ['one path twice', withFiles(file, file)],
    ['a source that is no URL', withFiles({ ...file, contents: { source: 'a b' } })],
    ['a source of a scheme that it does not know', withFiles({ ...file, contents: { source: 'gopher://a/b' } })],
    ['data that is not escaped', withFiles({ ...file, contents: { source: 'data:,%zz' } })],
    ['a mode that is too large', withFiles({ ...file, mode: 99_999 })],
    ['a unit without a type', withUnits({ name: 'firewalld', mask: true, enabled: false })],
    ['one unit twice', withUnits({ name: 'a.service', mask: true }, { name: 'a.service', mask: true })],
  ])('refuses %s', (_what, config) => {
    expect(askIgnition([config])[0]).toMatchObject({ fatal: true });
  });

  it('takes the configuration that those are made of', () => {
    const good: Config = { ignition: { version: '3.2.0' }, storage: { files: [file] }, systemd: { units: [] } };

    expect(askIgnition([good])).toEqual([{ fatal: false, entries: [] }]);
  });
});
