import type { ModuleObstacle } from '../../derived/module-presence';
import type { Message } from '../../model/message';
import { msg } from '../../model/message';
import type { ReasonText } from '../../model/requirement';

/** What a requirement for kernel modules is about: one module by its name, or a feature of several modules. */
export type ModuleSubject = { readonly module: string } | { readonly feature: string };

/** The reasons that a requirement for kernel modules may give. */
export type ModuleReason =
  | 'ModuleAvailable'
  | 'ModuleMissing'
  | 'ModuleNotInstalled'
  | 'ModuleTreeMissing'
  | 'ModuleBlocked'
  | 'ModuleBlacklisted'
  | 'ModulesNotLoadedOnDemand'
  | 'ModuleLoadingUnknown'
  | 'ModuleUnknown';

/** The reason for each obstacle. */
export const obstacleReasons: Record<ModuleObstacle, ModuleReason> = {
  missing: 'ModuleMissing',
  'configured-only': 'ModuleNotInstalled',
  blocked: 'ModuleBlocked',
  blacklisted: 'ModuleBlacklisted',
  'not-on-demand': 'ModulesNotLoadedOnDemand',
};

const remedies = {
  ModuleMissing: msg('Use a kernel that has it, such as those of Red Hat Enterprise Linux and Red Hat CoreOS.'),
  ModuleNotInstalled: msg('Install the package with the rest of the kernel modules, on RHEL kernel-modules-extra.'),
  ModuleTreeMissing: msg('Reboot the node into a kernel that is installed.'),
  ModuleBlocked: msg(
    'Remove what blocks it from modprobe.d, from the kernel command line or from the sysctl settings.',
  ),
  ModuleBlacklisted: msg('Remove the blacklist line from modprobe.d or from the kernel command line.'),
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
    ModuleTreeMissing: { title: titles.ModuleTreeMissing, remedy: remedies.ModuleTreeMissing },
    ModuleBlocked: { title: titles.ModuleBlocked, remedy: remedies.ModuleBlocked },
    ModuleBlacklisted: { title: titles.ModuleBlacklisted, remedy: remedies.ModuleBlacklisted },
    ModulesNotLoadedOnDemand: {
      title: titles.ModulesNotLoadedOnDemand,
      remedy: remedies.ModulesNotLoadedOnDemand,
    },
    ModuleLoadingUnknown: { title: titles.ModuleLoadingUnknown, remedy: remedies.ModuleLoadingUnknown },
    ModuleUnknown: { title: titles.ModuleUnknown, remedy: remedies.ModuleUnknown },
  };
}

const titlesOfModule = (module: string): Record<ModuleReason, Message> => ({
  ModuleAvailable: msg('Kernel module {{module}} is available', { module }),
  ModuleMissing: msg('The kernel does not have the module {{module}}', { module }),
  ModuleNotInstalled: msg('Kernel module {{module}} is not installed', { module }),
  ModuleTreeMissing: msg('The running kernel has no modules on the disk, {{module}} among them', { module }),
  ModuleBlocked: msg('Kernel module {{module}} is blocked', { module }),
  ModuleBlacklisted: msg('Kernel module {{module}} is blacklisted', { module }),
  ModulesNotLoadedOnDemand: msg('Kernel module {{module}} is not loaded, and the kernel loads none on demand', {
    module,
  }),
  ModuleLoadingUnknown: msg('It could not be seen whether the kernel loads module {{module}} on demand', { module }),
  ModuleUnknown: msg('It could not be seen whether kernel module {{module}} is available', { module }),
});

const titlesOfFeature = (feature: string): Record<ModuleReason, Message> => ({
  ModuleAvailable: msg('The kernel modules of {{feature}} are available', { feature }),
  ModuleMissing: msg('The kernel does not have a module of {{feature}}', { feature }),
  ModuleNotInstalled: msg('A kernel module of {{feature}} is not installed', { feature }),
  ModuleTreeMissing: msg('The running kernel has no modules on the disk, those of {{feature}} among them', {
    feature,
  }),
  ModuleBlocked: msg('A kernel module of {{feature}} is blocked', { feature }),
  ModuleBlacklisted: msg('A kernel module of {{feature}} is blacklisted', { feature }),
  ModulesNotLoadedOnDemand: msg('A kernel module of {{feature}} is not loaded, and the kernel loads none on demand', {
    feature,
  }),
  ModuleLoadingUnknown: msg('It could not be seen whether the kernel loads the modules of {{feature}} on demand', {
    feature,
  }),
  ModuleUnknown: msg('It could not be seen whether the kernel modules of {{feature}} are available', { feature }),
});
