import { msg } from '../../model/message';
import type { Instruction } from '../guide';
import type { GuideSituation } from '../guide-situation';
import type { Traffic } from './profile-traffic';
import { openstack, vsphere } from './private-cloud-steps';
import { toOpen } from './profile-traffic';

/** A rule takes any number of a protocol (EC2 API, IpPermission); network ACLs are stateless (VPC user guide). */
const aws = (situation: GuideSituation): readonly Instruction[] => [
  {
    text: msg(
      'AWS: open them in the security groups of the nodes, from each group of nodes to each. From OpenShift 4.16, new clusters do it with cniIngressRules at installation.',
    ),
    commands: [
      'TO=id-of-a-security-group',
      'FROM=id-of-a-security-group',
      ...toOpen(situation).map(
        (traffic) =>
          `aws ec2 authorize-security-group-ingress --group-id "$TO" --ip-permissions "${awsPermission(traffic)},UserIdGroupPairs=[{GroupId=$FROM}]"`,
      ),
    ],
  },
  {
    text: msg(
      'AWS: where a whole zone or subnet fails, look at the network ACLs of its subnet. They know no connections and need a rule for each direction.',
    ),
    commands: ['aws ec2 describe-network-acls --output table'],
  },
];

const awsPermission = (traffic: Traffic): string =>
  traffic.protocol === 'ipip'
    ? 'IpProtocol=4'
    : `IpProtocol=${traffic.protocol},FromPort=${String(traffic.port)},ToPort=${String(traffic.port)}`;

/** Rules of a network security group name TCP and UDP; the default rule AllowVnetInBound allows all within the network. */
const azure = (situation: GuideSituation): readonly Instruction[] => [
  {
    text: msg(
      'Azure: its network drops IP-in-IP, whatever the security groups allow. Use VXLAN: change the encapsulation of the IP pools to VXLAN or VXLANCrossSubnet in the Installation.',
    ),
    commands: [
      'oc get installation.operator.tigera.io default -o yaml',
      'oc edit installation.operator.tigera.io default',
    ],
  },
  {
    text: msg(
      'Azure: a network security group lets traffic within the virtual network pass, unless a rule of yours denies it. Where one does, allow Calico’s before it.',
    ),
    commands: [
      'RESOURCE_GROUP=name-of-the-resource-group',
      'GROUP=name-of-the-network-security-group',
      ...toOpen(situation).flatMap((traffic, index) =>
        traffic.protocol === 'ipip'
          ? []
          : `az network nsg rule create --resource-group "$RESOURCE_GROUP" --nsg-name "$GROUP" --name calico-${traffic.protocol}-${String(traffic.port)} --priority ${String(200 + index)} --direction Inbound --access Allow --protocol ${traffic.protocol === 'tcp' ? 'Tcp' : 'Udp'} --source-address-prefixes VirtualNetwork --destination-port-ranges ${String(traffic.port)}`,
      ),
    ],
  },
];

/** A firewall rule takes `tcp`, `udp` or any number of a protocol (gcloud compute firewall-rules create, --allow). */
const googleCloud = (situation: GuideSituation): Instruction => ({
  text: msg('Google Cloud: add a firewall rule to the network of the nodes, from their tag to their tag.'),
  commands: [
    'NETWORK=name-of-the-network',
    'TAG=tag-of-the-nodes',
    `gcloud compute firewall-rules create calico --network "$NETWORK" --source-tags "$TAG" --target-tags "$TAG" --allow ${toOpen(
      situation,
    )
      .map((traffic) => (traffic.protocol === 'ipip' ? '4' : `${traffic.protocol}:${String(traffic.port)}`))
      .join(',')}`,
  ],
});

/** What to do in the network that the affected nodes are in; in every one where nobody knows which it is. */
export function cloudSteps(situation: GuideSituation): readonly Instruction[] {
  const { cloud } = situation;
  if (cloud === 'azure') return azure(situation);
  const usesVxlan = toOpen(situation).some(({ use }) => use === 'VXLAN');
  return [
    ...aws(situation),
    ...(cloud === 'other' ? [] : azure(situation)),
    googleCloud(situation),
    ...(usesVxlan ? [vsphere] : []),
    ...openstack(situation),
  ];
}
