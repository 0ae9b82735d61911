import type { Message } from '../../model/message';
import { msg } from '../../model/message';

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

/** The sentences about one module. */
export const titlesOfModule = (module: string): Record<ModuleReason, Message> => ({
  ModuleAvailable: msg('Kernel module {{module}} is available', { module }),
  ModuleMissing: msg('The kernel does not have the module {{module}}', { module }),
  ModuleNotInstalled: msg('Kernel module {{module}} is not installed', { module }),
  ModuleUnsigned: msg('Kernel module {{module}} is not signed, and this kernel takes signed modules only', { module }),
  ModuleTreeMissing: msg('The running kernel has no modules on the disk, {{module}} among them', { module }),
  ModuleBlocked: msg('Kernel module {{module}} is blocked', { module }),
  ModuleBlacklisted: msg('Kernel module {{module}} is blacklisted', { module }),
  ModuleUnverified: msg('Cannot determine whether the kernel accepts the signature of module {{module}}', {
    module,
  }),
  ModulesNotLoadedOnDemand: msg('Kernel module {{module}} is not loaded, and the kernel loads none on demand', {
    module,
  }),
  ModuleLoadingUnknown: msg('Cannot determine whether the kernel loads module {{module}} on demand', { module }),
  ModuleUnknown: msg('Cannot determine whether kernel module {{module}} is available', { module }),
});

/** The sentences about a feature of several modules. */
export const titlesOfFeature = (feature: string): Record<ModuleReason, Message> => ({
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
  ModuleUnverified: msg('Cannot determine whether the kernel accepts the signature of the modules of {{feature}}', {
    feature,
  }),
  ModulesNotLoadedOnDemand: msg('A kernel module of {{feature}} is not loaded, and the kernel loads none on demand', {
    feature,
  }),
  ModuleLoadingUnknown: msg('Cannot determine whether the kernel loads the modules of {{feature}} on demand', {
    feature,
  }),
  ModuleUnknown: msg('Cannot determine whether the kernel modules of {{feature}} are available', { feature }),
});
