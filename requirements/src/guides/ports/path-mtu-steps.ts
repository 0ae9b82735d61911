import { msg } from '../../model/message';
import { chooseNode, onNode } from '../change-commands';
import type { Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';
import type { GuideSituation } from '../guide-situation';

const ping = 'ping -M do -c 3 -s 1472 address-of-another-node';
const installation = 'installation.operator.tigera.io default';

/** What to do where full-size packets are lost. ping counts neither its own head nor that of IP: 28 bytes over IPv4, 48 over IPv6. */
export const pathMtuSteps = (platform: GuidePlatform, { exampleNode }: GuideSituation): readonly Instruction[] => [
  {
    text: msg(
      'Full-size packets are lost: find the size that passes between two nodes. ping adds 28 bytes to -s over IPv4 and 48 over IPv6, so that 1472 stands for an MTU of 1500.',
    ),
    commands: platform === 'rhcos' ? [chooseNode(exampleNode), onNode(ping)] : [ping],
  },
  {
    text: msg(
      'Raise the MTU of the network between the nodes to that of their devices. Look at switches, routers, VPNs and the virtual network of the cloud.',
    ),
  },
  {
    text: msg(
      'Where the network cannot carry more, tell Calico: the size that passes, less the heads of the tunnel. These are 20 bytes for IP-in-IP, 50 for VXLAN and 60 for WireGuard, over IPv6 70 and 80.',
    ),
    commands: [
      'MTU=1350',
      `oc patch ${installation} --type merge --patch '{"spec":{"calicoNetwork":{"mtu":'"$MTU"'}}}'`,
    ],
  },
];

/** What that disrupts. */
export const pathMtuDisruption: Instruction = {
  text: msg(
    'Another MTU in the Installation restarts calico-node on each node in turn. Running pods keep their size until they are created again.',
  ),
};

/** Which size Calico has taken. */
export const pathMtuVerify: Instruction = {
  text: msg('The MTU of pods that Calico uses:'),
  commands: [`oc get ${installation} -o jsonpath='{.status.mtu}{"\\n"}'`],
};

/** Back to the devices of the nodes. */
export const pathMtuUndo: Instruction = {
  text: msg('Have Calico take the MTU from the devices of the nodes again:'),
  commands: [`oc patch ${installation} --type merge --patch '{"spec":{"calicoNetwork":{"mtu":null}}}'`],
};
