import type { ModuleObstacle } from '../../derived/module-presence';
import { msg } from '../../model/message';
import type { ReasonText } from '../../model/requirement';
import type { ModuleReason } from './module-reason-titles';
import { titlesOfFeature, titlesOfModule } from './module-reason-titles';

/** What a requirement for kernel modules is about: one module by its name, or a feature of several modules. */
export type ModuleSubject = { readonly module: string } | { readonly feature: string };

/** The reason for each obstacle. */
export const obstacleReasons: Record<ModuleObstacle, ModuleReason> = {
  missing: 'ModuleMissing',
  'configured-only': 'ModuleNotInstalled',
  unsigned: 'ModuleUnsigned',
  blocked: 'ModuleBlocked',
  blacklisted: 'ModuleBlacklisted',
  'not-on-demand': 'ModulesNotLoadedOnDemand',
};

const remedies = {
  ModuleMissing: msg('Use a kernel that has it, such as those of Red Hat Enterprise Linux and Red Hat CoreOS.'),
  ModuleNotInstalled: msg(
    'Install the package with further modules for the running kernel: kernel-modules-extra on RHEL and its rebuilds, kernel-uek-modules-extra on UEK, linux-modules-extra on Ubuntu.',
  ),
  ModuleUnsigned: msg(
    'Use the module of the kernel’s own packages, or sign this one with a key that the kernel trusts.',
  ),
  ModuleTreeMissing: msg('Reboot the node into a kernel that is installed.'),
  ModuleBlocked: msg(
    'Remove what blocks it from modprobe.d, from the kernel command line or from the sysctl settings.',
  ),
  ModuleBlacklisted: msg('Remove the blacklist line from modprobe.d or from the kernel command line.'),
  ModuleUnverified: msg(
    'Load the module once by hand. Where that works, load it at every boot from /etc/modules-load.d.',
  ),
  ModulesNotLoadedOnDemand: msg(
    'Have the module loaded at boot by a file in /etc/modules-load.d, or set kernel.modprobe to /sbin/modprobe.',
  ),
  ModuleLoadingUnknown: msg('Have the module loaded at boot by a file in /etc/modules-load.d.'),
  ModuleUnknown: msg('Let the agent read /lib/modules and /proc of the host.'),
} as const;

/** The reasons with their sentences. */
export function moduleReasons(subject: ModuleSubject): Record<ModuleReason, ReasonText> {
  const titles = 'module' in subject ? titlesOfModule(subject.module) : titlesOfFeature(subject.feature);
  return {
    ModuleAvailable: { title: titles.ModuleAvailable },
    ModuleMissing: { title: titles.ModuleMissing, remedy: remedies.ModuleMissing },
    ModuleNotInstalled: { title: titles.ModuleNotInstalled, remedy: remedies.ModuleNotInstalled },
    ModuleUnsigned: { title: titles.ModuleUnsigned, remedy: remedies.ModuleUnsigned },
    ModuleTreeMissing: { title: titles.ModuleTreeMissing, remedy: remedies.ModuleTreeMissing },
    ModuleBlocked: { title: titles.ModuleBlocked, remedy: remedies.ModuleBlocked },
    ModuleBlacklisted: { title: titles.ModuleBlacklisted, remedy: remedies.ModuleBlacklisted },
    ModuleUnverified: { title: titles.ModuleUnverified, remedy: remedies.ModuleUnverified },
    ModulesNotLoadedOnDemand: {
      title: titles.ModulesNotLoadedOnDemand,
      remedy: remedies.ModulesNotLoadedOnDemand,
    },
    ModuleLoadingUnknown: { title: titles.ModuleLoadingUnknown, remedy: remedies.ModuleLoadingUnknown },
    ModuleUnknown: { title: titles.ModuleUnknown, remedy: remedies.ModuleUnknown },
  };
}
