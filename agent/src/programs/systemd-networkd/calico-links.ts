import type { CalicoInterface } from '@calico-readiness/requirements';
import { calicoDevices } from '../calico-devices';

/** A network interface as the [Match] section of a `.network` file sees it (systemd.network(5), "[MATCH] SECTION OPTIONS"). */
export interface Link {
  readonly name: string;
  /** DEVTYPE of the kernel's uevent where it has one, else the kernel's name of the hardware type: what Type= compares. */
  readonly type: string;
  /** The kernel's kind of virtual link, which Kind= compares. */
  readonly kind: string;
  /** What `ethtool -i` says, which Driver= compares; more than one where kernels differ, undefined for one that says nothing. */
  readonly drivers: readonly (string | undefined)[];
  /** The hardware address where it is known beforehand; nobody can list one that Felix computes from the node's name. */
  readonly address?: string;
}

/** Not every kernel names a driver for links whose own code names none. */
const byKindOrNone = (kind: string): readonly (string | undefined)[] => [kind, undefined];

const pod = (name: string): Link => ({
  name,
  type: 'ether',
  kind: 'veth',
  drivers: ['veth'],
  address: 'ee:ee:ee:ee:ee:ee',
});
const vxlan = (name: string): Link => ({ name, type: 'vxlan', kind: 'vxlan', drivers: ['vxlan'] });
const wireguard = (name: string): Link => ({
  name,
  type: 'wireguard',
  kind: 'wireguard',
  drivers: byKindOrNone('wireguard'),
});

/**
 * The links that stand for each of Calico's interfaces; of the pods' those that are tried with NetworkManager as well. None
 * has a permanent address, a path of a bus, or a name of its own beside the kernel's (veth and vxlan: measured with systemd 252).
 */
export const calicoLinks: Readonly<Record<CalicoInterface, readonly Link[]>> = {
  'cali*': calicoDevices['cali*'].map(({ name }) => pod(name)),
  tunl0: [{ name: 'tunl0', type: 'tunnel', kind: 'ipip', drivers: byKindOrNone('ipip') }],
  'vxlan.calico': [vxlan('vxlan.calico')],
  'vxlan-v6.calico': [vxlan('vxlan-v6.calico')],
  'wireguard.cali': [wireguard('wireguard.cali')],
  'wg-v6.cali': [wireguard('wg-v6.cali')],
};
