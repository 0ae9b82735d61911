import type { CalicoMtu } from '../model/profile-values';
import type { Detection } from './detection';
import { detected, undetected } from './detection';
import type { Parse } from './json-value';
import type { OpenObjects } from './open-objects';
import type { Reading } from './reading';
import { isUnusable, readField } from './reading';

/** A size in bytes; 0 is the same as none, as Felix and the operator have it. */
const asMtu: Parse<number> = (value) =>
  value === 0 || (typeof value === 'number' && Number.isInteger(value) && value >= 576 && value <= 65_535)
    ? value
    : undefined;

const asPattern: Parse<string> = (value) => (typeof value === 'string' && value.length <= 200 ? value : undefined);

/**
 * The sizes of packets that an object sets: Installation `default` spec.calicoNetwork.mtu, which the operator hands to Felix
 * for every tunnel and to the CNI plug-in for pods (tigera/operator pkg/render/node.go), and Felix's ipipMTU, vxlanMTU,
 * vxlanMTUV6, wireguardMTU, wireguardMTUV6 and mtuIfacePattern (projectcalico/calico felix/config/config_params.go).
 */
export function detectMtu({ installation, felix }: OpenObjects): Detection<CalicoMtu> {
  const readings: { readonly [Name in keyof Required<CalicoMtu>]: Reading<number | string> } = {
    pods: readField(installation, 'spec.calicoNetwork.mtu', asMtu),
    ipip: felix.read('ipipMTU', asMtu),
    vxlan: felix.read('vxlanMTU', asMtu),
    vxlanV6: felix.read('vxlanMTUV6', asMtu),
    wireguard: felix.read('wireguardMTU', asMtu),
    wireguardV6: felix.read('wireguardMTUV6', asMtu),
    interfacePattern: felix.read('mtuIfacePattern', asPattern),
  };
  const entries = Object.entries(readings);
  const set = entries.flatMap(([name, reading]) =>
    reading.status === 'set' && reading.value !== 0 && reading.value !== ''
      ? [{ name, value: reading.value, from: reading.from }]
      : [],
  );
  const unseen = entries.flatMap(([, reading]) => (isUnusable(reading) ? [reading.from] : []));
  if (set.length === 0) return undetected(...(unseen.length > 0 ? unseen : ['no object sets a size of packets']));
  const value: CalicoMtu = Object.fromEntries(set.map((one) => [one.name, one.value]));
  return detected(value, ...set.map(({ from }) => from), ...unseen);
}
