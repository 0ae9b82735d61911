import type { HostFactName, HostFacts, ModuleState } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';

/** Facts that a part of a change may alter in a way that no file shows; of the modules only those in such a state. */
export interface DoubtedFacts {
  /** For the detail of the facts: `kernel argument nosmt`. */
  readonly by: string;
  readonly facts: readonly HostFactName[];
  readonly moduleStates: readonly ModuleState[];
}

/** The facts of a prediction with what is in doubt made unavailable: nothing is guessed. */
export function withDoubts(facts: HostFacts, doubts: readonly DoubtedFacts[]): HostFacts {
  const changed: Partial<Record<HostFactName, HostFacts[HostFactName]>> = {};
  for (const { by, facts: names } of doubts) {
    for (const name of names) changed[name] = unavailable('unsupported', by.slice(0, 200), 'may change it');
  }
  const states = new Set(doubts.flatMap(({ moduleStates }) => moduleStates));
  if (states.size > 0 && changed.kernelModules === undefined && facts.kernelModules.status === 'observed') {
    const modules = Object.entries(facts.kernelModules.value).map(([name, state]): [string, ModuleState] => [
      name,
      states.has(state) ? 'unknown' : state,
    ]);
    changed.kernelModules = observed(Object.fromEntries(modules), facts.kernelModules.source);
  }
  return { ...facts, ...changed } as HostFacts;
}
