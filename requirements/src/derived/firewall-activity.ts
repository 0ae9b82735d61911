import type { ServiceState } from '../model/service';
import { isShownOnlyWhereInstalled } from './firewall-units';

/**
 * What a firewall manager does on a node.
 *
 * - `working`: its unit is active
 * - `starts-at-boot`: not active now, and it will be after the next boot
 * - `idle`: not installed, masked, or installed and neither active nor starting
 * - `undetermined`: what would show it could not be seen
 */
export type FirewallActivity = 'working' | 'starts-at-boot' | 'idle' | 'undetermined';

/**
 * Judges one firewall manager by its unit. A masked unit can still be active until it is stopped, and a
 * disabled one can be pulled in at boot, so enablement alone decides nothing.
 */
export function firewallActivity(unit: string, state: ServiceState | undefined): FirewallActivity {
  if (state === undefined) return isShownOnlyWhereInstalled(unit) ? 'idle' : 'undetermined';
  return unit === 'ufw.service' || state.rulesEnabled !== undefined ? activityWithSwitch(state) : unitActivity(state);
}

function unitActivity({ load, active, startsAtBoot }: ServiceState): FirewallActivity {
  if (active === true) return 'working';
  // Without a unit file there is nothing to start; that its activity could not be seen does not matter.
  if (load === 'not-found') return 'idle';
  if (startsAtBoot === true) return 'starts-at-boot';
  return active === null || startsAtBoot === null ? 'undetermined' : 'idle';
}

/**
 * Managers with a switch of their own. ufw's unit is enabled and active on a stock Ubuntu without a single rule:
 * `ENABLED=` in /etc/ufw/ufw.conf decides. And `ufw enable` loads rules without the unit (ufw(8)), as `csf -r`
 * does, so an inactive unit proves nothing unless the switch says no. Where nobody looked for the switch, as there is
 * no program that would read it, the unit alone counts.
 */
function activityWithSwitch(state: ServiceState): FirewallActivity {
  const byUnit = unitActivity(state);
  if (byUnit === 'idle' && state.load === 'not-found') return 'idle';
  switch (state.rulesEnabled) {
    case false:
      return 'idle';
    case true:
      return byUnit === 'idle' ? 'undetermined' : byUnit;
    case null:
      return 'undetermined';
    default:
      return byUnit === 'idle' ? 'idle' : 'undetermined';
  }
}

/** A unit's state in systemctl's words: `firewalld.service: active, enabled`. */
export function describeUnit(unit: string, state: ServiceState | undefined): string {
  if (state === undefined)
    return isShownOnlyWhereInstalled(unit) ? `${unit}: not installed` : `${unit}: not looked for`;
  if (state.load === 'not-found' && state.active !== true) return `${unit}: not installed`;
  const activity = state.active === null ? 'activity unknown' : state.active ? 'active' : 'inactive';
  const rules = state.rulesEnabled === undefined ? '' : `, ${describeSwitch(unit, state.rulesEnabled)}`;
  return `${unit}: ${activity}, ${state.enablement}${rules}`;
}

function describeSwitch(unit: string, rulesEnabled: boolean | null): string {
  const isOfConfigServer = unit === 'csf.service' || unit === 'lfd.service';
  if (rulesEnabled === null) return isOfConfigServer ? 'csf.disable unknown' : 'ENABLED=unknown';
  if (isOfConfigServer) return rulesEnabled ? 'no csf.disable' : 'csf.disable';
  return `ENABLED=${rulesEnabled ? 'yes' : 'no'}`;
}
