import type { CalicoPorts } from '../model/profile-values';
import type { Detection } from './detection';
import { asPort } from './json-value';
import type { OpenObjects } from './open-objects';
import type { Reading } from './reading';
import { isUnusable, readField } from './reading';
import { detected, undetected } from './detection';

/**
 * The ports that an object sets: spec.listenPort of BGPConfiguration `node.<name>` over that of
 * `default` (confd/pkg/backends/calico/bgp_processor.go: getNodeOrGlobalValue), and Felix's vxlanPort,
 * wireguardListeningPort, wireguardListeningPortV6 and healthPort, which Calico's operator always writes down. The others
 * keep their defaults, of which the port of Typha is fixed in the operator.
 */
export function detectPorts({
  bgpConfiguration,
  ownBgpConfiguration,
  felix,
}: OpenObjects): Detection<Partial<CalicoPorts>> {
  const own = readField(ownBgpConfiguration, 'spec.listenPort', asPort);
  const isOwn = own.status === 'set' || own.status === 'unusable';
  const readings: Partial<Record<keyof CalicoPorts, Reading<number>>> = {
    bgp: isOwn ? own : readField(bgpConfiguration, 'spec.listenPort', asPort),
    vxlan: felix.read('vxlanPort', asPort),
    wireguard: felix.read('wireguardListeningPort', asPort),
    wireguardV6: felix.read('wireguardListeningPortV6', asPort),
    felixHealth: felix.read('healthPort', asPort),
  };
  const entries = Object.entries(readings);
  const ports = Object.fromEntries(
    entries.flatMap(([name, reading]) => (reading.status === 'set' ? [[name, reading.value]] : [])),
  );
  const set = entries.flatMap(([, reading]) => (reading.status === 'set' ? [reading.from] : []));
  const unseen = entries.flatMap(([, reading]) => (isUnusable(reading) ? [reading.from] : []));
  if (set.length > 0) return detected(ports, ...set, ...unseen);
  return undetected(...(unseen.length > 0 ? unseen : ['no object sets a port']));
}
