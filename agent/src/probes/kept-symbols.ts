import { kernelSymbols } from '@calico-readiness/requirements';
import type { KernelConfigFile, SymbolValue } from '../parsers/kernel-config';

/** What decides whether the kernel accepts modules, and who loads them, beside what the catalogue names. */
const furtherSymbols = [
  'LOCK_DOWN_KERNEL',
  'MODULES',
  'MODULE_SIG',
  'MODULE_SIG_FORCE',
  'SECURITY_LOCKDOWN_LSM',
  'SECURITY_SECURELEVEL',
  'STATIC_USERMODEHELPER',
];

/** The symbols of a kernel's configuration that are kept when it is read, without `CONFIG_`, each by itself. */
export const keptSymbols: ReadonlyMap<string, string> = new Map(
  [...kernelSymbols, ...furtherSymbols].map((symbol) => [symbol, symbol]),
);

/**
 * What the configuration says of a symbol; undefined where it does not list it. Throws for a symbol that is not kept: that
 * it is not there would say nothing.
 */
export function writtenValue({ symbols }: KernelConfigFile, symbol: string): SymbolValue | undefined {
  if (!keptSymbols.has(symbol)) throw new Error(`${symbol} is not kept of a kernel's configuration`);
  return symbols.get(symbol);
}
