import { calicoIpv6Devices } from '@calico-readiness/requirements';
import type { Ipv6Devices, Listener } from '@calico-readiness/requirements';
import { asBoolean, asNumberBetween, asOneOf, asRecord, asText, withoutGaps } from './untyped';
import type { Untyped } from './untyped';

/** What a report says of IPv6 on the node's devices; without its two parts it says nothing. */
export function readIpv6Devices(devices: Untyped): Ipv6Devices | undefined {
  const offByDefault = asBoolean(devices['offByDefault']);
  const uplinks = asOneOf(['on', 'off', 'none'], devices['uplinks']);
  if (offByDefault === undefined || uplinks === undefined) return undefined;
  const seen = asRecord(devices['calicoOff']);
  const off = calicoIpv6Devices.map((name) => [name, asBoolean(seen[name])] as const);
  return { offByDefault, uplinks, calicoOff: withoutGaps(Object.fromEntries(off)) };
}

/** The listeners of a report; one that has not its shape makes the list say nothing. */
export function readListeners(value: unknown): readonly Listener[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const listeners = value.map((item) => readListener(asRecord(item)));
  return listeners.includes(undefined) ? undefined : (listeners as Listener[]);
}

function readListener(listener: Untyped): Listener | undefined {
  const protocol = asOneOf(['tcp', 'udp'], listener['protocol']);
  const port = asNumberBetween(1, 65_535, listener['port']);
  const address = asText(listener['address']);
  if (protocol === undefined || port === undefined || address === undefined) return undefined;
  const unit = asText(listener['unit']);
  return { protocol, port, address, process: asText(listener['process']) ?? null, ...(unit !== undefined && { unit }) };
}
