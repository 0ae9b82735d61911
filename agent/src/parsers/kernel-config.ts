import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';

/** Part of the kernel image, a module, or off. */
export type SymbolValue = 'y' | 'm' | 'n';

/** A kernel configuration file. */
export interface KernelConfigFile {
  /** Tristate and bool symbols by name without `CONFIG_`; `n` where the file says "is not set". */
  readonly symbols: ReadonlyMap<string, SymbolValue>;
  /** The path of the program that runs every other for the kernel, where CONFIG_STATIC_USERMODEHELPER_PATH names one. */
  readonly helperPath?: string;
  /**
   * Whether a symbol that is not listed is off. True only for what the kernel's own configuration step wrote, to
   * its end: a distribution's source configuration leaves out what other symbols select.
   */
  readonly complete: boolean;
}

const setLine = /^CONFIG_([A-Za-z0-9_]+)=(.*)$/;
const helperLine = /^CONFIG_STATIC_USERMODEHELPER_PATH="([^"]*)"$/;
const unsetLine = /^# CONFIG_([A-Za-z0-9_]+) is not set$/;
// kconfig's own title; it is written by no one else and stands at the top.
const generatedTitle = /^# Linux\/\S+ .* Kernel Configuration$/m;
// In the last menu (lib/Kconfig.debug) of every kernel since 2.6, set or not: a file without it has lost its end.
const symbolOfLastMenu = 'MAGIC_SYSRQ';

/** A kernel configuration in the format of `/boot/config-*` and `/proc/config.gz` (kconfig). */
export function parseKernelConfig(text: string): Parsed<KernelConfigFile> {
  if (text.includes('\0')) return malformed('holds binary data');
  const symbols = new Map<string, SymbolValue>();
  let recognised = 0;
  let helperPath: string | undefined;
  const lines = text.split('\n');
  // What stands behind the last line end may have been cut off within a name.
  for (const line of lines.slice(0, -1)) {
    const set = setLine.exec(line);
    const unset = set === null ? unsetLine.exec(line)?.[1] : undefined;
    if (set === null && unset === undefined) continue;
    recognised += 1;
    if (unset !== undefined) symbols.set(unset, 'n');
    else if (set?.[1] !== undefined && isSymbolValue(set[2])) symbols.set(set[1], set[2]);
    else helperPath = helperLine.exec(line)?.[1] ?? helperPath;
  }
  if (recognised === 0) return malformed('has no line of a kernel configuration');
  const complete = lines.at(-1) === '' && generatedTitle.test(text.slice(0, 4096)) && symbols.has(symbolOfLastMenu);
  return parsed({ symbols, ...(helperPath !== undefined && { helperPath }), complete });
}

const isSymbolValue = (value: string | undefined): value is SymbolValue =>
  value === 'y' || value === 'm' || value === 'n';
