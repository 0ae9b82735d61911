import { extraModules } from '../../derived/extra-modules';
import { textOfDataUrl } from '../data-url';
import type { GuideSituation } from '../guide-situation';
import { noSituation } from '../guide-situation';
import { kernelModulesGuide } from './kernel-modules-guide';
import { machineConfig } from '../machine-config';

const situation = (modules: GuideSituation['modules']): GuideSituation => ({ ...noSituation, modules });

const texts = (
  platform: 'rhcos' | 'rhel' | 'other',
  modules: GuideSituation['modules'],
  packages: readonly string[] = [],
): string =>
  kernelModulesGuide
    .instructions(platform, {
      ...situation(modules),
      extraModules: extraModules.filter(({ id }) => packages.includes(id)),
    })
    .flatMap(({ text, commands = [], listing = '' }) => [
      text.text,
      ...Object.values(text.values ?? {}),
      ...commands,
      listing,
    ])
    .join('\n');

describe('the guide for kernel modules', () => {
  it('lists what is on the disk and not in the kernel, and nothing else', () => {
    const change = kernelModulesGuide.change(
      situation({
        loaded: ['nf_conntrack'],
        'built-in': ['x_tables'],
        loadable: ['xt_set'],
        blacklisted: ['vxlan'],
        blocked: ['ipip'],
        unsigned: ['cls_bpf'],
        unverified: ['sch_ingress'],
        'configured-only': ['ip_set'],
        missing: ['wireguard'],
        unknown: ['xt_LOG'],
      }),
    );
    const object = machineConfig({ role: 'worker', guide: 'kernel-modules', change });
    const file = object.spec.config.storage?.files[0];
    expect(file?.path).toBe('/etc/modules-load.d/calico.conf');
    expect(textOfDataUrl(file?.contents.source ?? '')).toBe('ipip\nvxlan\nxt_set\n');
  });

  it.each([{ missing: ['wireguard'] }, { 'configured-only': ['ip_set'] }, {}])('writes no file for %j', (modules) => {
    expect(kernelModulesGuide.change(situation(modules))).toEqual({ files: [], maskedUnits: [] });
  });

  it('tells a different thing of each state', () => {
    const states = (['blacklisted', 'blocked', 'unsigned', 'unverified', 'configured-only', 'missing'] as const).map(
      (state) => texts('rhel', { [state]: ['vxlan'] }),
    );
    expect(new Set(states).size).toBe(6);
    for (const text of states) expect(text).toContain('vxlan');
  });

  it.each(['missing', 'configured-only'] as const)(
    'says that no MachineConfig with a file loads a %s module',
    (state) => {
      expect(texts('rhcos', { [state]: ['ip_set'] })).toContain('o MachineConfig with a file can load them');
    },
  );

  it.each(['rhcos', 'rhel', 'other'] as const)('says reboot on %s where another kernel has modules', (platform) => {
    const all = kernelModulesGuide.instructions(platform, { ...noSituation, moduleTreeMissing: true });
    expect(all.map(({ text }) => text.text).join('\n')).toMatch(/updated and not rebooted.*[Rr]eboot it/);
    expect(all.flatMap(({ commands = [] }) => commands).join('\n')).toContain('systemctl reboot');
  });

  it('says how modules are loaded at boot where the kernel loads none on demand', () => {
    const all = kernelModulesGuide.instructions('other', { ...noSituation, loadsOnDemand: false });
    expect(all.map(({ text }) => text.text).join('\n')).toContain('machine.kernel.modules');
  });

  it('finds a blacklist line whichever dash it uses', () => {
    expect(texts('other', { blacklisted: ['ip_set'] })).toContain("'^[[:space:]]*blacklist[[:space:]]+(ip[-_]set)'");
  });

  it('installs the package of most hosts of a platform while nobody knows the nodes, and nothing on RHCOS', () => {
    expect(texts('rhel', { 'configured-only': ['xt_set'] })).toContain('dnf install kernel-modules-extra-$(uname -r)');
    expect(texts('rhcos', { 'configured-only': ['xt_set'] })).not.toMatch(/dnf|apt-get/);
    expect(texts('other', { 'configured-only': ['xt_set'] })).toContain(
      'apt-get install linux-modules-extra-$(uname -r)',
    );
    expect(texts('other', { 'configured-only': ['xt_set'] })).not.toContain('dnf');
  });

  it('names the package of each system that lacks one, and no other', () => {
    const shown = texts('rhel', { 'configured-only': ['xt_set'] }, ['oracle-uek-8']);
    expect(shown).toContain('kernel-uek-modules-extra-netfilter-$(uname -r)');
    expect(shown).toContain('Oracle Linux, UEK 8');
    expect(shown).not.toContain('install kernel-modules-extra');
  });

  it('shows how an empty file takes a blacklist away', () => {
    expect(texts('rhcos', { blacklisted: ['sctp'] })).toContain('/etc/modprobe.d/NAME.conf');
  });
});
