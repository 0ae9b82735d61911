import type { HostFactName, HostFactValues } from '../model/host-facts';
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
