import type { Row } from './guest-network-manager-settings';
import { rule } from './guest-network-manager-settings';

/** What rules for udev tell NetworkManager. */
export const udevRows: readonly Row[] = [
  [
    'udev rules for the tunnels',
    rule(
      '90-calico',
      'SUBSYSTEM=="net", ENV{INTERFACE}=="tunl0|vxlan*.calico", ENV{NM_UNMANAGED}="1"',
      'SUBSYSTEM=="net", ENV{DEVTYPE}=="wireguard", ENV{NM_UNMANAGED}="yes"',
    ),
  ],
  [
    'udev rules that give pods back',
    rule(
      '90-calico',
      'SUBSYSTEM!="net", GOTO="end"',
      'KERNEL=="cali[0-9]*", ENV{ID_NET_DRIVER}=="veth", ENV{NM_UNMANAGED}="0"',
      'LABEL="end"',
    ),
  ],
  [
    'a udev rule before the driver is known',
    rule('10-calico', 'ACTION=="add", SUBSYSTEM=="net", ENV{ID_NET_DRIVER}=="vxlan", ENV{NM_UNMANAGED}="1"'),
  ],
  [
    'udev does not ask for the driver',
    { 'etc/udev/rules.d/80-net-setup-link.rules': { linkTo: '/dev/null' }, 'etc/udev/rules.d/84-nm-drivers.rules': '' },
  ],
  [
    'udev rules that are quoted and separated badly',
    rule(
      '90-calico',
      'SUBSYSTEM=="net", KERNEL=="tunl0", ENV{NM_UNMANAGED}=1',
      'SUBSYSTEM=="net" KERNEL=="wg*" ENV{NM_UNMANAGED}="1"',
      'subsystem=="net", KERNEL=="vxlan*", ENV{NM_UNMANAGED}="1"',
    ),
  ],
  [
    'a udev rule about the hardware',
    rule('90-calico', 'SUBSYSTEM=="net", KERNEL!="lo|eth*|en*", DRIVERS=="?*", ENV{NM_UNMANAGED}="1"'),
  ],
];
