import type { Fact } from '../model/fact';
import type { CalicoInterface } from '../model/network-manager';
import type { SystemdNetworkd } from '../model/systemd-networkd';
import { networkdMatters } from '../model/systemd-networkd';

/**
 * Whether systemd-networkd keeps its hands off some of Calico's interfaces.
 *
 * - `leaves-alone`: no file of its hands one to it, or it neither runs nor starts
 * - `manages`: it runs, and a file hands at least one of them to it
 * - `manages-later`: it is stopped and starts with the next boot, and a file hands one to it
 * - `undetermined`: whether it runs, or whether a file takes an interface, could not be decided
 */
export type SystemdNetworkdControl = 'leaves-alone' | 'manages' | 'manages-later' | 'undetermined';

/** Judges what networkd's files make of these interfaces. */
export function systemdNetworkdControl(
  fact: Fact<SystemdNetworkd>,
  interfaces: readonly CalicoInterface[],
): SystemdNetworkdControl {
  if (fact.status === 'unavailable') return 'undetermined';
  const networkd = fact.value;
  if (!networkdMatters(networkd)) return 'leaves-alone';
  const answers = interfaces.map((name) => networkd.manages?.[name] ?? null);
  if (!answers.includes(true)) return answers.includes(null) ? 'undetermined' : 'leaves-alone';
  if (networkd.daemon === 'running') return 'manages';
  return networkd.daemon === 'stopped' && networkd.startsAtBoot === true ? 'manages-later' : 'undetermined';
}

/**
 * What networkd makes of these interfaces: `systemd-networkd: tunl0 managed by etc/systemd/network/10-all.network`.
 * Undefined where there is nothing to say, because it neither runs nor starts.
 */
export function describeSystemdNetworkd(
  fact: Fact<SystemdNetworkd>,
  interfaces: readonly CalicoInterface[],
): string | undefined {
  if (fact.status === 'unavailable') return `systemd-networkd: ${fact.reason}`;
  const networkd = fact.value;
  if (!networkdMatters(networkd)) return undefined;
  const state = networkd.daemon === 'running' ? '' : `${networkd.daemon}, `;
  return `systemd-networkd: ${state}${interfaces.map((name) => `${name} ${inWords(networkd, name)}`).join(', ')}`;
}

function inWords({ manages, files }: SystemdNetworkd, name: CalicoInterface): string {
  const managed = manages?.[name] ?? null;
  if (managed === null) return 'unknown';
  const file = files?.[name];
  return managed ? `managed${file === undefined ? '' : ` by ${file}`}` : 'unmanaged';
}
