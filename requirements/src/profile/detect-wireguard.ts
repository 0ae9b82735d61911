import type { Detection } from './detection';
import { detected, undetected } from './detection';
import { asBoolean } from './json-value';
import type { OpenObjects } from './open-objects';
import { isUnusable, valueOf } from './reading';

/**
 * WireGuard is used as soon as Felix's wireguardEnabled (IPv4) or wireguardEnabledV6 is true; left out is off
 * (Calico documentation, FelixConfiguration).
 */
export function detectWireguard({ felix }: OpenObjects): Detection<boolean> {
  const readings = [felix.read('wireguardEnabled', asBoolean), felix.read('wireguardEnabledV6', asBoolean)];
  const on = readings.filter((reading) => valueOf(reading) === true);
  if (on.length > 0) return detected(true, ...on.map(({ from }) => from));
  const origins = readings.map(({ from }) => from);
  return readings.some((reading) => isUnusable(reading) || reading.status === 'absent')
    ? undetected(...origins)
    : detected(false, ...origins);
}
