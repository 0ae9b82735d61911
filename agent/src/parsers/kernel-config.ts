import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';

/** Part of the kernel image, a module, or off. */
export type SymbolValue = 'y' | 'm' | 'n';

/** A kernel configuration file. */
export interface KernelConfigFile {
  /** Tristate and bool symbols, those that were asked for, by name without `CONFIG_`; `n` where the file says "is not set". */
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

/**
 * A kernel configuration in the format of `/boot/config-*` and `/proc/config.gz` (kconfig). Of its ten thousand symbols
 * only those of `kept` are in the result, where that is given: each name by itself, because a name that is cut out of the
 * text would keep all of it in memory.
 */
export function parseKernelConfig(text: string, kept?: ReadonlyMap<string, string>): Parsed<KernelConfigFile> {
  if (text.includes('\0')) return malformed('holds binary data');
  const symbols = new Map<string, SymbolValue>();
  let isWhole = false;
  const found = (name: string, value: SymbolValue): void => {
    isWhole ||= name === symbolOfLastMenu;
    const own = kept === undefined ? name : kept.get(name);
    if (own !== undefined) symbols.set(own, value);
  };
  let recognised = 0;
  let helperPath: string | undefined;
  const lines = text.split('\n');
  // What stands behind the last line end may have been cut off within a name.
  for (const line of lines.slice(0, -1)) {
    const set = line.startsWith('CONFIG_') ? setLine.exec(line) : null;
    const unset = line.startsWith('#') ? unsetLine.exec(line)?.[1] : undefined;
    if (set === null && unset === undefined) continue;
    recognised += 1;
    if (unset !== undefined) found(unset, 'n');
    else if (set?.[1] !== undefined && isSymbolValue(set[2])) found(set[1], set[2]);
    else helperPath = helperLine.exec(line)?.[1] ?? helperPath;
  }
  if (recognised === 0) return malformed('has no line of a kernel configuration');
  const complete = lines.at(-1) === '' && isWhole && generatedTitle.test(text.slice(0, 4096));
  return parsed({ symbols, ...(helperPath !== undefined && { helperPath }), complete });
}

const isSymbolValue = (value: string | undefined): value is SymbolValue =>
  value === 'y' || value === 'm' || value === 'n';
