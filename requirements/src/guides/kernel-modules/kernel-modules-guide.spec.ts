import { textOfDataUrl } from '../data-url';
import type { GuideSituation } from '../guide-situation';
import { noSituation } from '../guide-situation';
import { kernelModulesGuide } from './kernel-modules-guide';
import { machineConfig } from '../machine-config';

const situation = (modules: GuideSituation['modules']): GuideSituation => ({ ...noSituation, modules });

const texts = (platform: 'rhcos' | 'rhel' | 'other', modules: GuideSituation['modules']): string =>
  kernelModulesGuide
    .instructions(platform, situation(modules))
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

  it('tells four different things of four different states', () => {
    const states = (['blacklisted', 'blocked', 'configured-only', 'missing'] as const).map((state) =>
      texts('rhel', { [state]: ['vxlan'] }),
    );
    expect(new Set(states).size).toBe(4);
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

  it('installs kernel-modules-extra on RHEL only', () => {
    expect(texts('rhel', { 'configured-only': ['xt_set'] })).toContain('dnf install kernel-modules-extra-$(uname -r)');
    expect(texts('rhcos', { 'configured-only': ['xt_set'] })).not.toContain('dnf');
    expect(texts('other', { 'configured-only': ['xt_set'] })).not.toContain('dnf');
  });

  it('shows how an empty file takes a blacklist away', () => {
    expect(texts('rhcos', { blacklisted: ['sctp'] })).toContain('/etc/modprobe.d/NAME.conf');
  });
});
