import type { HostFactValues } from '../../src/model/host-facts';
import type { ModuleState } from '../../src/model/kernel-module';
import type { ModuleLoading } from '../../src/model/module-loading';
import type { RequirementCase } from '../requirement-case';
import { modulesWith, stockValues } from '../stock-host';
import type { ModuleFamily } from './kernel-module-cases';
import { moduleFamilies } from './kernel-module-cases';

const loading = (more: Partial<ModuleLoading> = {}): Pick<HostFactValues, 'moduleLoading'> => ({
  moduleLoading: { program: 'runs', atBoot: [], ...more },
});
const everyModule = Object.keys(stockValues.kernelModules);
const otherReleases = ['5.14.0-570.16.1.el9_6.x86_64'];

/** What becomes of a requirement when the kernel gets nothing that it asks for, or that is not known. */
const withoutRequests = ({ requirement }: ModuleFamily): Pick<RequirementCase, 'verdict' | 'reason'>[] => {
  const loaded = { verdict: 'Pass', reason: 'ModuleAvailable' } as const;
  const doubtful = { verdict: 'Unknown', reason: 'ModuleLoadingUnknown' } as const;
  // Felix runs modprobe for wireguard, and kube-proxy may for IPVS.
  if (requirement === 'wireguard-tunnel') return [loaded, loaded];
  return requirement === 'ipvs'
    ? [doubtful, doubtful]
    : [{ verdict: 'Fail', reason: 'ModulesNotLoadedOnDemand' }, doubtful];
};

const casesOf = (family: ModuleFamily): RequirementCase[] => {
  const { requirement, modules, profile = {} } = family;
  const inState = (state: ModuleState): Pick<HostFactValues, 'kernelModules'> =>
    modulesWith(Object.fromEntries(modules.map((module) => [module, state])));
  const names = `${modules.join(', ')} (${JSON.stringify(profile)})`;
  const [nothing = { verdict: 'Fail', reason: '' }, unknown = nothing] = withoutRequests(family);
  return [
    {
      requirement,
      when: `${names} loadable and the kernel loads nothing on demand`,
      profile,
      facts: { ...inState('loadable'), modprobePath: '', ...loading() },
      ...nothing,
    },
    {
      requirement,
      when: `${names} loadable and a program of another name loads modules`,
      profile,
      facts: { ...inState('loadable'), modprobePath: '/opt/load-module', ...loading() },
      ...unknown,
    },
    {
      requirement,
      when: `${names} loadable and the kernel loads nothing on demand, with everything loaded at boot`,
      profile,
      facts: { ...inState('loadable'), modprobePath: '', ...loading({ atBoot: everyModule }) },
      verdict: 'Pass',
      reason: 'ModuleAvailable',
    },
    ...(['configured-only', 'unknown'] as const).map((state): RequirementCase => ({
      requirement,
      when: `${names} ${state} and only another kernel has modules on the disk`,
      profile,
      facts: { ...inState(state), ...loading({ otherReleases }) },
      verdict: state === 'unknown' ? 'Unknown' : 'Fail',
      reason: 'ModuleTreeMissing',
    })),
  ];
};

const ofMark = (
  when: string,
  facts: Partial<HostFactValues>,
  [verdict, reason, observed]: readonly [RequirementCase['verdict'], string, string?],
): RequirementCase => ({
  requirement: 'match-mark',
  when,
  facts,
  verdict,
  reason,
  ...(observed !== undefined && { observed }),
});

/** Of the way by which a module gets into the kernel. */
export const moduleLoadingCases: readonly RequirementCase[] = [
  ...moduleFamilies.flatMap(casesOf),
  ofMark('kernel.modprobe is empty', { modprobePath: '' }, [
    'Fail',
    'ModulesNotLoadedOnDemand',
    'kernel.modprobe: empty; xt_mark: loadable',
  ]),
  ofMark(
    'kernel.modprobe is empty and the module is loaded',
    { modprobePath: '', ...modulesWith({ xt_mark: 'loaded' }) },
    ['Pass', 'ModuleAvailable'],
  ),
  ofMark(
    'kernel.modprobe is empty and the module is missing',
    { modprobePath: '', ...modulesWith({ xt_mark: 'missing' }) },
    ['Fail', 'ModuleMissing'],
  ),
  ofMark('it is not known what is loaded at boot', { modprobePath: '', moduleLoading: { program: 'runs' } }, [
    'Unknown',
    'ModuleLoadingUnknown',
  ]),
  ofMark('the program for modules is not there', loading({ program: 'absent' }), [
    'Fail',
    'ModulesNotLoadedOnDemand',
    'kernel.modprobe: /usr/sbin/modprobe (is not there); xt_mark: loadable',
  ]),
  ofMark('nobody may execute the program for modules', loading({ program: 'not-executable' }), [
    'Fail',
    'ModulesNotLoadedOnDemand',
  ]),
  ofMark('one program runs all others for the kernel', loading({ helper: '/sbin/usermode-helper' }), [
    'Unknown',
    'ModuleLoadingUnknown',
  ]),
  ofMark('the kernel runs no program at all', loading({ helper: '' }), ['Fail', 'ModulesNotLoadedOnDemand']),
  { ...ofMark('kernel.modprobe unseen', {}, ['Unknown', 'ModuleLoadingUnknown']), without: ['modprobePath'] },
  { ...ofMark('loading of modules unseen', {}, ['Unknown', 'ModuleLoadingUnknown']), without: ['moduleLoading'] },
  {
    ...ofMark('kernel.modprobe is /bin/false and loading of modules unseen', { modprobePath: '/bin/false' }, [
      'Unknown',
      'ModuleLoadingUnknown',
    ]),
    without: ['moduleLoading'],
  },
  ofMark(
    'only other kernels have modules',
    { ...modulesWith({ xt_mark: 'configured-only' }), ...loading({ otherReleases: ['1', '2', '3'] }) },
    ['Fail', 'ModuleTreeMissing', 'modules on the disk: only of 2, 3, …; xt_mark: configured-only'],
  ),
  ofMark(
    'only another kernel has modules, and the running one was built without this one',
    { ...modulesWith({ xt_mark: 'missing' }), ...loading({ otherReleases }) },
    ['Fail', 'ModuleMissing'],
  ),
  {
    requirement: 'wireguard-tunnel',
    when: 'the kernel loads nothing on demand, and Felix runs modprobe for a blacklisted module',
    profile: { wireguard: true },
    facts: { ...modulesWith({ wireguard: 'blacklisted' }), modprobePath: '' },
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement: 'match-icmp',
    when: 'the kernel loads nothing on demand, and a blacklist keeps the module out at boot',
    facts: {
      ...modulesWith({ ip_tables: 'blacklisted' }),
      modprobePath: '',
      ...loading({ atBoot: ['ip_tables'] }),
    },
    verdict: 'Fail',
    reason: 'ModulesNotLoadedOnDemand',
  },
];
