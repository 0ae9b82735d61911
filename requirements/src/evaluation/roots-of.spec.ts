import { stockHost } from '../../test/stock-host';
import { catalogue } from '../catalogue';
import { roots } from '../catalogue/roots';
import { observed } from '../model/fact';
import { declareProfile } from '../model/declare-profile';
import { inEnglish } from '../model/message';
import { rootIds } from '../model/root';
import { evaluateNode } from './evaluate-node';
import type { JudgedFinding } from './roots-of';
import { rootsOf } from './roots-of';

const finding = (text: string): JudgedFinding => {
  const [requirement = '', verdict = '', reason = ''] = text.split(' ');
  return { requirement, verdict: verdict as JudgedFinding['verdict'], reason };
};

const found = (...texts: readonly string[]): unknown[] =>
  rootsOf(texts.map(finding)).map(({ root, verdict, findings }) => [
    root.id,
    verdict,
    findings.map(({ requirement }) => requirement),
  ]);

describe('roots', () => {
  it('are listed once each, and all of them', () => {
    expect(new Set(roots.map(({ id }) => id))).toEqual(new Set(rootIds));
    expect(roots).toHaveLength(rootIds.length);
  });

  it.each(roots)('$id explains reasons of at least two requirements, none of them of a pass alone', (root) => {
    const explained = catalogue.filter(({ id, reasons }) =>
      Object.keys(reasons).some((reason) => root.explains({ requirement: id, reason })),
    );
    expect(explained.length).toBeGreaterThan(1);
  });

  it('explain no reason twice', () => {
    const all = catalogue.flatMap(({ id, reasons }) =>
      Object.keys(reasons).map((reason) => ({ requirement: id, reason })),
    );
    expect(all.filter((one) => roots.filter((root) => root.explains(one)).length > 1)).toEqual([]);
  });
});

describe('rootsOf', () => {
  it.each([
    ['ModuleTreeMissing', 'running-kernel-without-modules', 'modules on the disk: only of 6.2.0'],
    ['ModulesNotLoadedOnDemand', 'modules-not-loaded-on-demand', 'kernel.modprobe: empty'],
    ['ModuleLoadingUnknown', 'module-loading-undecided', 'kernel.modprobe: empty'],
  ])('has %s as %s, and says what was seen of it', (reason, id, seen) => {
    const facts = stockHost({
      modprobePath: '',
      moduleLoading: { program: 'runs', atBoot: [], otherReleases: ['6.2.0'] },
    });
    const [root] = rootsOf(['ip-sets', 'conntrack'].map((requirement) => finding(`${requirement} Fail ${reason}`)));
    expect(root?.root.id).toBe(id);
    expect(root?.root.observed(facts)).toContain(seen);
  });

  it.each([
    [{ id: 'rhel', versionId: '10.0' }, '6.12.0-55.7.1.el10_0.x86_64', 'dnf install kernel-modules-extra-$(uname -r)'],
    [{ id: 'ubuntu', versionId: '24.04' }, '6.8.0-45-generic', 'apt-get install linux-modules-extra-$(uname -r)'],
    [{ id: 'gentoo' }, '6.8.0', 'Install the package with further modules for the running kernel.'],
  ])('names the package that %j with %s lacks', (operatingSystem, kernelRelease, words) => {
    const root = roots.find(({ id }) => id === 'kernel-modules-not-installed');
    expect(inEnglish(root!.remedy(stockHost({ operatingSystem, kernelRelease })))).toContain(words);
  });

  it('puts together what has one reason, worst first, and leaves alone what has a cause of its own', () => {
    expect(
      found(
        'networkmanager-ignores-cali Warn InterfaceManagedOnceStarted',
        'networkmanager-ignores-tunl Warn InterfaceManagedOnceStarted',
        'firewalld-disabled Fail FirewalldActive',
        'match-set Fail ModuleNotInstalled',
        'ip-sets Fail ModuleNotInstalled',
        'vxlan-tunnel Fail ModuleBlocked',
      ),
    ).toEqual([
      ['kernel-modules-not-installed', 'Fail', ['match-set', 'ip-sets']],
      ['network-manager-takes-interfaces', 'Warn', ['networkmanager-ignores-cali', 'networkmanager-ignores-tunl']],
    ]);
  });

  it.each([
    ['one finding is its own cause', ['match-set Fail ModuleNotInstalled']],
    [
      'what passes or does not apply counts for nothing',
      [
        'match-set Fail ModuleNotInstalled',
        'ip-sets Pass ModuleNotInstalled',
        'vxlan-tunnel NotApplicable ModuleNotInstalled',
      ],
    ],
    ['a reason of the same name elsewhere is none of NetworkManager', ['a Fail ReloadNeeded', 'b Fail ReloadNeeded']],
    ['nothing was found', []],
  ])('has no root where %s', (_case, texts) => expect(found(...texts)).toEqual([]));

  it('is as bad as the worst that it explains', () => {
    const [first, second, third] = ['match-set', 'ip-sets', 'conntrack'].map((id) => `${id} `);
    expect(
      found(
        `${String(first)}Warn ModuleNotInstalled`,
        `${String(second)}Unknown ModuleNotInstalled`,
        `${String(third)}Fail ModuleNotInstalled`,
      ),
    ).toEqual([['kernel-modules-not-installed', 'Fail', ['match-set', 'ip-sets', 'conntrack']]]);
  });

  it('says what was seen of the root and what to do, in one line each', () => {
    const facts = {
      ...stockHost(),
      networkManager: observed(
        {
          daemon: 'running' as const,
          configurationFiles: [],
          manages: { 'cali*': true, tunl0: true, 'vxlan.calico': null, 'wireguard.cali': false },
        },
        'a test',
      ),
    };
    const [root] = rootsOf(evaluateNode(facts, declareProfile({}, 'a test')));
    expect([root?.root.id, root?.root.observed(facts)]).toEqual(['network-manager-takes-interfaces', 'cali*, tunl0']);
    for (const { remedy } of roots) expect(inEnglish(remedy(facts))).toMatch(/^[A-Z][^\n]+[.)]$/);
  });
});
