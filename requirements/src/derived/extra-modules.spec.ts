import { stockHost } from '../../test/stock-host';
import type { OperatingSystem } from '../model/host-facts';
import { extraModules, extraModulesOf } from './extra-modules';

const packageOf = (operatingSystem: OperatingSystem, kernelRelease: string): string | undefined =>
  extraModulesOf(stockHost({ operatingSystem, kernelRelease }))?.id;

const oracle: OperatingSystem = { id: 'ol', idLike: ['fedora'] };

describe('extraModulesOf', () => {
  it.each<[OperatingSystem, string, string | undefined]>([
    [{ id: 'rhel' }, '6.12.0-55.7.1.el10_0.x86_64', 'enterprise-linux'],
    [{ id: 'rhel' }, '4.18.0-372.32.1.el8_6.aarch64', 'enterprise-linux'],
    [{ id: 'almalinux', idLike: ['rhel'] }, '5.14.0-427.13.1.el9_4.x86_64', 'enterprise-linux'],
    [{ id: 'centos', idLike: ['rhel'] }, '5.14.0-722.el9.ppc64le', 'enterprise-linux'],
    [oracle, '5.14.0-427.13.1.el9_4.x86_64', 'enterprise-linux'],
    [oracle, '6.12.0-0.20.20.el9uek.x86_64', 'oracle-uek-8'],
    [oracle, '6.12.0-100.28.2.el10uek.aarch64', 'oracle-uek-8'],
    [oracle, '5.15.0-205.149.5.1.el8uek.x86_64', 'oracle-uek-7'],
    // UEK 6 has all of its modules in one package, RHEL 7 has no such package, and real-time kernels have others.
    [oracle, '5.4.17-2136.330.7.1.el8uek.x86_64', undefined],
    [{ id: 'rhel' }, '3.10.0-1160.119.1.el7.x86_64', undefined],
    [{ id: 'rhel' }, '5.14.0-427.13.1.el9_4.x86_64+rt', undefined],
    [{ id: 'rocky', idLike: ['rhel'] }, '6.6.9-1.el9.elrepo.x86_64', undefined],
    [{ id: 'rhcos' }, '5.14.0-570.12.1.el9_6.x86_64', undefined],
    [{ id: 'rhel', variantId: 'coreos' }, '6.12.0-211.7.1.el10_2.x86_64', undefined],
    [{ id: 'fedora' }, '6.11.4-301.fc41.x86_64', 'fedora'],
    [{ id: 'fedora', variantId: 'coreos' }, '6.11.4-301.fc41.x86_64', undefined],
    [{ id: 'amzn', idLike: ['fedora'] }, '6.1.115-126.197.amzn2023.x86_64', undefined],
    [{ id: 'ubuntu' }, '6.8.0-45-generic', 'ubuntu'],
    [{ id: 'ubuntu' }, '6.8.0-1014-aws', 'ubuntu'],
    [{ id: 'ubuntu' }, '5.15.0-1060-raspi', 'ubuntu-raspi'],
    [{ id: 'debian' }, '6.1.0-50-amd64', undefined],
    [{ id: 'flatcar', idLike: ['coreos'] }, '6.6.60-flatcar', undefined],
    [{ id: 'ubuntu' }, '6.8.0-45-$(reboot)', undefined],
  ])('of %j with %s', (system, release, id) => expect(packageOf(system, release)).toBe(id));

  it.each(['operatingSystem', 'kernelRelease'] as const)('names none without %s', (fact) => {
    expect(extraModulesOf(stockHost({}, [fact]))).toBeUndefined();
  });
});

describe('the packages of extra modules', () => {
  it('have a source and a command that takes nothing from a host', () => {
    for (const { command, source } of extraModules) {
      expect(source).not.toBe('');
      expect(command.replaceAll('$(uname -r)', '')).toMatch(/^(?:dnf|apt-get) install [a-z -]+$/);
    }
  });
});
