import { msg } from '../../model/message';
import type { Instruction } from '../guide';
import type { GuideSituation } from '../guide-situation';
import { toOpen } from './profile-traffic';

/** A rule takes any number of a protocol (python-openstackclient, security group rule); Neutron drops what no port is known for. */
export const openstack = (situation: GuideSituation): readonly Instruction[] => [
  {
    text: msg('OpenStack: add rules to the security group of the nodes, for the group itself.'),
    commands: [
      'GROUP=name-of-the-security-group',
      ...toOpen(situation).map((traffic) =>
        traffic.protocol === 'ipip'
          ? 'openstack security group rule create --ingress --protocol 4 --remote-group "$GROUP" "$GROUP"'
          : `openstack security group rule create --ingress --protocol ${traffic.protocol} --dst-port ${String(traffic.port)} --remote-group "$GROUP" "$GROUP"`,
      ),
    ],
  },
  {
    text: msg(
      'OpenStack: port security drops packets from addresses that are not those of the port. Where pods are routed without a tunnel, allow the addresses of the IP pools on the port of each node.',
    ),
    commands: [
      'PORT=id-of-the-port',
      'POOL=range-of-the-ip-pool',
      'openstack port set --allowed-address ip-address="$POOL" "$PORT"',
    ],
  },
];

/** What NSX for vSphere does with UDP 4789 is a known issue of other overlays; OpenShift asks for another port on vSphere too. */
export const vsphere: Instruction = {
  text: msg(
    'vSphere: NSX may take UDP 4789 for a tunnel of its own, so that Calico’s VXLAN is lost. Set another vxlanPort in FelixConfiguration and open that.',
  ),
};
