/**
 * What the host's files say of one kernel module.
 *
 * - `loaded`: in /proc/modules or /sys/module
 * - `built-in`: part of the kernel image
 * - `loadable`: its file is on the disk and nothing keeps the kernel from loading it
 * - `blacklisted`: loadable by name, but not by alias, which is how the kernel asks for Calico's modules
 * - `blocked`: an `install` line, `module_blacklist=` or `kernel.modules_disabled` keeps it out
 * - `unsigned`: its file is on the disk, no part of the kernel's own build and not signed, and the kernel takes signed modules only
 * - `unverified`: its file is on the disk and no part of the kernel's own build; whether the kernel accepts or asks for its signature is not shown
 * - `configured-only`: the kernel was configured with it as a module, and its file is not on the disk
 * - `missing`: every source that could show it was read, and none does
 * - `unknown`: not shown, and at least one source that could show it was not readable
 */
export const moduleStates = [
  'loaded',
  'built-in',
  'loadable',
  'blacklisted',
  'blocked',
  'unsigned',
  'unverified',
  'configured-only',
  'missing',
  'unknown',
] as const;

export type ModuleState = (typeof moduleStates)[number];

/** The evidence state of every module that the catalogue names; names with `_`. A name left out is `unknown`. */
export type KernelModules = Readonly<Record<string, ModuleState>>;

/** The kernel's configuration, restricted to the symbols the catalogue names; `CONFIG_` stripped; `n` is "is not set" or not listed. */
export type KernelConfiguration = Readonly<Record<string, 'y' | 'm' | 'n'>>;
