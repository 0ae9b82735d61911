import { firewallActivity } from '../derived/firewall-activity';
import type { FirewallUnit } from '../derived/firewall-units';
import { firewallUnits } from '../derived/firewall-units';
import type { Services } from '../model/service';

/**
 * The units behind a node's unmet firewall requirements: those at work, else those that are merely installed. The latter
 * are not named where a unit of the host's own is what loads rules.
 */
export function unitsToStop(services: Services, requirements: readonly string[], hasLoaders = false): FirewallUnit[] {
  const candidates = firewallUnits.filter((unit) => requirements.includes(requirementOfUnit(unit)));
  const working = candidates.filter((unit) => isAtWork(services, unit));
  return working.length > 0 || hasLoaders ? working : candidates.filter((unit) => isInstalled(services, unit));
}

const requirementOfUnit = (unit: FirewallUnit): string =>
  unit === 'firewalld.service' ? 'firewalld-disabled' : 'iptables-managers-disabled';

const isAtWork = (services: Services, unit: FirewallUnit): boolean =>
  ['working', 'starts-at-boot'].includes(firewallActivity(unit, services[unit]));

const isInstalled = (services: Services, unit: FirewallUnit): boolean => services[unit]?.load === 'loaded';
