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
  | 'ModuleUnsigned'
  | 'ModuleTreeMissing'
  | 'ModuleBlocked'
  | 'ModuleBlacklisted'
  | 'ModuleUnverified'
  | 'ModulesNotLoadedOnDemand'
  | 'ModuleLoadingUnknown'
  | 'ModuleUnknown';

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

/** What only a requirement for modules may say whose part for IPv6 some kernels do not register. */
export type Ipv6Reason = 'Ipv6NotRegistered' | 'Ipv6Unknown';

/** The reasons about IPv6 with their sentences. Only another kernel has the missing part, so the guide is another one. */
export function ipv6Reasons(subject: ModuleSubject): Record<Ipv6Reason, ReasonText> {
  const titles =
    'module' in subject
      ? {
          Ipv6NotRegistered: msg('Kernel module {{module}} serves IPv4 only', subject),
          Ipv6Unknown: msg('It could not be seen whether kernel module {{module}} serves IPv6', subject),
        }
      : {
          Ipv6NotRegistered: msg('A kernel module of {{feature}} serves IPv4 only', subject),
          Ipv6Unknown: msg('It could not be seen whether the kernel modules of {{feature}} serve IPv6', subject),
        };
  return {
    Ipv6NotRegistered: {
      title: titles.Ipv6NotRegistered,
      remedy: msg('Use a kernel with CONFIG_IP6_NF_IPTABLES, such as those of the large distributions.'),
      guide: 'operating-system',
    },
    Ipv6Unknown: {
      title: titles.Ipv6Unknown,
      remedy: msg('Look whether the kernel was built with CONFIG_IP6_NF_IPTABLES: with it, nothing is missing.'),
      guide: 'operating-system',
    },
  };
}

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

const titlesOfModule = (module: string): Record<ModuleReason, Message> => ({
  ModuleAvailable: msg('Kernel module {{module}} is available', { module }),
  ModuleMissing: msg('The kernel does not have the module {{module}}', { module }),
  ModuleNotInstalled: msg('Kernel module {{module}} is not installed', { module }),
  ModuleUnsigned: msg('Kernel module {{module}} is not signed, and this kernel takes signed modules only', { module }),
  ModuleTreeMissing: msg('The running kernel has no modules on the disk, {{module}} among them', { module }),
  ModuleBlocked: msg('Kernel module {{module}} is blocked', { module }),
  ModuleBlacklisted: msg('Kernel module {{module}} is blacklisted', { module }),
  ModuleUnverified: msg('It could not be seen whether the kernel accepts the signature of module {{module}}', {
    module,
  }),
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
  ModuleUnsigned: msg('A kernel module of {{feature}} is not signed, and this kernel takes signed modules only', {
    feature,
  }),
  ModuleTreeMissing: msg('The running kernel has no modules on the disk, those of {{feature}} among them', {
    feature,
  }),
  ModuleBlocked: msg('A kernel module of {{feature}} is blocked', { feature }),
  ModuleBlacklisted: msg('A kernel module of {{feature}} is blacklisted', { feature }),
  ModuleUnverified: msg('It could not be seen whether the kernel accepts the signature of the modules of {{feature}}', {
    feature,
  }),
  ModulesNotLoadedOnDemand: msg('A kernel module of {{feature}} is not loaded, and the kernel loads none on demand', {
    feature,
  }),
  ModuleLoadingUnknown: msg('It could not be seen whether the kernel loads the modules of {{feature}} on demand', {
    feature,
  }),
  ModuleUnknown: msg('It could not be seen whether the kernel modules of {{feature}} are available', { feature }),
});
