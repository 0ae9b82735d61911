import type { KernelConfiguration, KernelModules, ModuleState } from '../model/kernel-module';
import { moduleStates } from '../model/kernel-module';
import type { ReportedFacts, ReportedModules } from '../model/report/reported-facts';
import { emptyMap } from './empty-map';
import { reportedSymbols } from './reported-selection';

const symbolValues = ['y', 'm', 'n'] as const;

/** The modules under their evidence states, names sorted; empty states are left out. */
export function modulesByState(modules: KernelModules): ReportedModules {
  const grouped: Partial<Record<ModuleState, string[]>> = {};
  for (const state of moduleStates) {
    const names = Object.keys(modules).filter((name) => modules[name] === state);
    if (names.length > 0) grouped[state] = names.sort();
  }
  return grouped;
}

/** The state of each module, out of a report. */
export function statesByModule(reported: ReportedModules): KernelModules {
  const states: Record<string, ModuleState> = emptyMap();
  for (const state of moduleStates)
    reported[state]?.forEach((name) => {
      states[name] = state;
    });
  return states;
}

/** Those of `reportedSymbols` by value. `n` is kept too: a symbol that was not looked for must stay apart from one that is not set. */
export function symbolsByValue(configuration: KernelConfiguration): Record<string, readonly string[]> {
  const grouped: Record<string, readonly string[]> = {};
  for (const value of symbolValues) {
    const symbols = reportedSymbols.filter((symbol) => configuration[symbol] === value);
    if (symbols.length > 0) grouped[value] = symbols;
  }
  return grouped;
}

/** The value of each symbol, out of a report. */
export function valuesBySymbol(reported: NonNullable<ReportedFacts['kernelConfiguration']>): KernelConfiguration {
  const values: Record<string, 'y' | 'm' | 'n'> = emptyMap();
  for (const value of symbolValues)
    reported[value]?.forEach((symbol) => {
      values[symbol] = value;
    });
  return values;
}
