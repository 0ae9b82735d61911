/**
 * The program that the kernel starts to load a module.
 *
 * - `runs`: its file is there and may be executed
 * - `absent`: every directory on its path was listed, and it is not there
 * - `not-executable`: it is there, and nobody may execute it
 * - `unseen`: it could not be looked at, or the root is not that of the running system
 */
export const modprobeProgramStates = ['runs', 'absent', 'not-executable', 'unseen'] as const;

export type ModprobeProgramState = (typeof modprobeProgramStates)[number];

/** What decides, beside the module itself and the path in /proc/sys/kernel/modprobe, whether a module that is not loaded yet will be. */
export interface ModuleLoading {
  /** The file that /proc/sys/kernel/modprobe names. */
  readonly program: ModprobeProgramState;
  /** CONFIG_STATIC_USERMODEHELPER_PATH: the kernel starts this program in place of any other, and none when it is empty. */
  readonly helper?: string;
  /** Modules of the catalogue that modules-load.d(5) has loaded at boot, and what they need; left out when that could not be seen. */
  readonly atBoot?: readonly string[];
  /** Where the running kernel has no modules on the disk: the releases that have, sorted. */
  readonly otherReleases?: readonly string[];
}

/** What an ordinary host has: nothing that would matter while the kernel starts modprobe. */
export const ordinaryModuleLoading: ModuleLoading = { program: 'unseen', atBoot: [] };

/** Whether it says more than that of an ordinary host. */
export const moduleLoadingMatters = ({ program, helper, atBoot, otherReleases }: ModuleLoading): boolean =>
  program === 'absent' ||
  program === 'not-executable' ||
  helper !== undefined ||
  otherReleases !== undefined ||
  atBoot?.length !== 0;
