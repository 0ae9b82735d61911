import { msg } from '../../model/message';
import { chooseNode, onNode } from '../change-commands';
import type { Guide, Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';
import type { GuideSituation } from '../guide-situation';
import { noHostChange } from '../host-change';
import { officialLinks } from '../official-links';
import { cloudSteps } from './cloud-steps';
import { pathMtuDisruption, pathMtuSteps, pathMtuUndo, pathMtuVerify } from './path-mtu-steps';
import { trafficName } from './profile-traffic';

const look = 'ss -lntup';
const rules = 'nft list ruleset';

const whatToOpen = ({ traffic }: GuideSituation): Instruction =>
  traffic.length === 0
    ? {
        text: msg(
          'Between all nodes, in both directions, allow what the profile uses. TCP 179 for BGP, IP protocol 4 for IP-in-IP, UDP 4789 for VXLAN, UDP 51820 and 51821 for WireGuard. To the nodes that run Typha allow TCP 5473, to the API servers their secure port, 6443 on OpenShift.',
        ),
      }
    : {
        text: msg(
          'The profile of the affected nodes uses {{traffic}}. Allow it between all nodes, in both directions. To the API servers allow their secure port, 6443 on OpenShift.',
          { traffic: traffic.map(trafficName).join(', ') },
        ),
      };

/** firewalld rejects with icmp-admin-prohibited what no zone allows (firewalld.zone(5), target %%REJECT%%). */
const hostFirewall = (platform: GuidePlatform, { exampleNode }: GuideSituation): Instruction => ({
  text: msg(
    'Where flows to one node fail, look at the rules of that node. What firewalld rejects shows as prohibited, what a rule drops as filtered. The guide for firewalls says how to end them.',
  ),
  commands: platform === 'rhcos' ? [chooseNode(exampleNode), onNode(rules)] : [rules],
});

export const portsGuide: Guide = {
  id: 'ports',
  title: msg('Open the ports and protocols that Calico uses'),
  shortTitle: msg('Ports'),
  summary: msg(
    'Every firewall, security group and router between the nodes has to let Calico’s traffic pass. No other program may hold Calico’s ports on a node.',
  ),
  harm: [
    msg('Without BGP (TCP 179) nodes learn no routes to the pods of other nodes.'),
    msg(
      'Without the tunnel’s protocol (IP protocol 4 for IP-in-IP, UDP 4789 for VXLAN) packets between nodes are lost. Pods on one node still reach each other.',
    ),
    msg('Without Typha (TCP 5473) calico-node gets no updates and does not become ready.'),
    msg('Where the network drops full-size packets, connections are made and large answers hang.'),
    msg('When another program holds a port, Calico cannot use it.'),
    msg(
      'Without its health port (TCP 9099, on OpenShift 9199) Felix does not answer the kubelet, which restarts calico-node again and again.',
    ),
  ],
  advice: [
    'Ensure that your hosts and firewalls allow the necessary traffic based on your configuration.',
    '* The value passed to kube-apiserver using the --secure-port flag.',
    'If you cannot locate this, check the targetPort value returned by kubectl get svc kubernetes -o yaml.',
  ],
  change: () => noHostChange,
  instructions: (platform, situation) => [
    whatToOpen(situation),
    hostFirewall(platform, situation),
    ...cloudSteps(situation),
    ...pathMtuSteps(platform, situation),
    {
      text: msg('A port that another program holds on a node: see which one it is, and move or stop it.'),
      commands: platform === 'rhcos' ? [chooseNode(situation.exampleNode), onNode(look)] : [look],
    },
    {
      text: msg(
        'The health ports of Felix and Typha are TCP 9099 and 9098 on localhost, on OpenShift 9199 and 9198. If the other program has to stay, set healthPort in FelixConfiguration; Calico’s operator moves Typha’s to the port before.',
      ),
    },
    {
      text: msg(
        'A BIRD of the node’s own holds TCP 179: stop and disable its service, or set another listenPort in BGPConfiguration.',
      ),
    },
    {
      text: msg(
        'A VXLAN device of another program holds UDP 4789: Docker swarm takes another port with --data-path-port, Calico with vxlanPort in FelixConfiguration. The device of OpenShift’s current network plug-in goes away with the migration.',
      ),
      commands:
        platform === 'rhcos'
          ? [chooseNode(situation.exampleNode), onNode('ip -d link show type vxlan')]
          : ['ip -d link show type vxlan'],
    },
  ],
  disruption: () => [{ text: msg('Opening a port interrupts nothing.') }, pathMtuDisruption],
  verify: () => [
    {
      text: msg(
        'An open path is enough before Calico is installed: a connection that is refused shows that nothing filters it. Until flows between nodes have been tested, the finding stays Unknown and connectivity is not verified.',
      ),
    },
    {
      text: msg('The port of the API server as the cluster itself knows it:'),
      commands: ['oc get endpointslices -n default -l kubernetes.io/service-name=kubernetes -o yaml'],
    },
    pathMtuVerify,
  ],
  undo: () => [{ text: msg('Close what you opened. Traffic of Calico between these nodes then ends.') }, pathMtuUndo],
  links: [
    officialLinks.requirements,
    officialLinks.encapsulation,
    officialLinks.mtu,
    officialLinks.wireguard,
    officialLinks.aws,
    officialLinks.azure,
    officialLinks.googleCloud,
    officialLinks.openstackPorts,
  ],
};
