import type { CalicoInterface } from '@calico-readiness/requirements';

/** A network device as NetworkManager's match specifications see it. */
export interface Device {
  readonly name: string;
  /** The kernel's kind of link, which is what `driver:` compares. */
  readonly driver: string;
  /** nmcli's name of the device type, which is what `type:` compares. */
  readonly type: string;
  /** DEVTYPE of the kernel's uevent; empty for most virtual devices. */
  readonly deviceType: string;
}

const pod = (name: string): Device => ({ name, driver: 'veth', type: 'ethernet', deviceType: '' });
const vxlan = (name: string): Device => ({ name, driver: 'vxlan', type: 'vxlan', deviceType: 'vxlan' });
const wireguard = (name: string): Device => ({ name, driver: 'wireguard', type: 'wireguard', deviceType: 'wireguard' });

/**
 * Pod interfaces to try in place of all: `cali` and eleven hexadecimal digits, one for each first digit and
 * each last one, so that a pattern that covers only some of them (`cali0*`) shows.
 */
const pods = [...'0123456789abcdef'].map((digit, index, digits) =>
  pod(`cali${digit}d0e1f2a3b${digits[(index * 7 + 3) % digits.length] ?? '0'}`),
);

/**
 * The devices that stand for each of Calico's interfaces. NetworkManager calls a veth `ethernet`, and takes
 * the driver of a virtual link from its kind (measured with NetworkManager 1.42).
 */
export const calicoDevices: Readonly<Record<CalicoInterface, readonly Device[]>> = {
  'cali*': pods,
  tunl0: [{ name: 'tunl0', driver: 'ipip', type: 'iptunnel', deviceType: '' }],
  'vxlan.calico': [vxlan('vxlan.calico')],
  'vxlan-v6.calico': [vxlan('vxlan-v6.calico')],
  'wireguard.cali': [wireguard('wireguard.cali')],
  'wg-v6.cali': [wireguard('wg-v6.cali')],
};
