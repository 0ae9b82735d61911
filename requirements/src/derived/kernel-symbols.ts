import type { Fact } from '../model/fact';
import type { KernelConfiguration } from '../model/kernel-module';

/** Whether the kernel was configured with all of some symbols built in, and the symbols that decide it. */
export interface SymbolsBuiltIn {
  readonly presence: 'present' | 'absent' | 'undetermined';
  readonly symbols: readonly string[];
}

/**
 * Judges symbols (without `CONFIG_`) of features that cannot be modules. A symbol that the facts leave out
 * was not looked for: that proves nothing.
 */
export function symbolsBuiltIn(configuration: Fact<KernelConfiguration>, symbols: readonly string[]): SymbolsBuiltIn {
  if (configuration.status === 'unavailable') return { presence: 'undetermined', symbols };
  const values = configuration.value;
  const absent = symbols.filter((symbol) => Object.hasOwn(values, symbol) && values[symbol] !== 'y');
  if (absent.length > 0) return { presence: 'absent', symbols: absent };
  const unseen = symbols.filter((symbol) => !Object.hasOwn(values, symbol));
  return unseen.length > 0 ? { presence: 'undetermined', symbols: unseen } : { presence: 'present', symbols };
}

/** The symbols with what was seen of them: `CONFIG_BPF_JIT: not set`. */
export function describeSymbols({ presence, symbols }: SymbolsBuiltIn): string {
  const words = { present: 'y', absent: 'not set', undetermined: 'not seen' } as const;
  return `${symbols.map((symbol) => `CONFIG_${symbol}`).join(', ')}: ${words[presence]}`;
}
