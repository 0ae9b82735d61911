import type { UnavailableFact } from '../model/fact';
import { unavailable } from '../model/fact';
import type { HostFactName, HostFacts, HostFactValues } from '../model/host-facts';
import type { ModuleLoading } from '../model/module-loading';
import { moduleLoadingMatters, ordinaryModuleLoading } from '../model/module-loading';
import type { SystemdNetworkd } from '../model/systemd-networkd';
import { networkdMatters } from '../model/systemd-networkd';

/** Facts that a report leaves out where they do not matter, and what is taken for them then. */
export const leftOutFacts: Partial<HostFactValues> = {
  systemdNetworkd: { daemon: 'absent' },
  moduleLoading: ordinaryModuleLoading,
  ruleLoaders: [],
};

/** Whether a report leaves this fact out. */
export function isLeftOut(name: HostFactName, value: unknown): boolean {
  switch (name) {
    case 'systemdNetworkd':
      return !networkdMatters(value as SystemdNetworkd);
    case 'ruleLoaders':
      return (value as HostFactValues['ruleLoaders']).length === 0;
    case 'moduleLoading':
      return !moduleLoadingMatters(value as ModuleLoading);
    default:
      return false;
  }
}

/** Facts that nothing on the host shows: an agent finds them out by traffic of its own. */
export const testedFactNames = ['flowTests', 'apiAccess'] as const satisfies readonly HostFactName[];

/** What an agent found out by its own traffic; what is left out was not tested. */
export type TestedFacts = Partial<Pick<HostFacts, (typeof testedFactNames)[number]>>;

/** The gap of a fact that nobody tested, which a report leaves out: an agent that tests nothing reports no more for it. */
export const notTested = (source: string): UnavailableFact =>
  unavailable('not-tested', source, 'no agent has tested it');

/** Whether a report leaves this gap out. */
export const isLeftOutGap = (name: HostFactName, { reason }: Pick<UnavailableFact, 'reason'>): boolean =>
  reason === 'not-tested' && isTested(name);

/** Whether only traffic shows this fact. */
export const isTested = (name: HostFactName): boolean => testedFactNames.some((tested) => tested === name);
