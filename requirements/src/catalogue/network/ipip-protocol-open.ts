import type { ProfileSources } from '../../model/cluster-profile';
import type { Fact } from '../../model/fact';
import type { Cloud } from '../../model/host-facts';
import { msg } from '../../model/message';
import type { Judgement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import { withIpip } from '../applicability';
import { documentation } from '../documentation';
import { quotes, quoting } from '../quotes';
import { cloudNetworks } from './cloud-networks';
import { judgeFlows } from './flow-judgement';
import { flowReasons } from './flow-reasons';
import { judgeTraffic } from './traffic-judgement';

const traffic = { protocol: 'ipip', label: 'IP protocol 4' } as const;

/** Traffic decides it, unless the machine's cloud is known not to carry it. A protocol has no port that another process could hold. */
export const ipipProtocolOpen = defineRequirement({
  id: 'ipip-protocol-open',
  chapter: 'network',
  scope: 'flow',
  level: 'required',
  origin: quoting(
    'Calico networking with IP-in-IP enabled (default) All Bidirectional IP-in-IP, often represented by its protocol number 4',
    quotes.ensureTraffic,
  ),
  title: msg('IP-in-IP is open between nodes'),
  failureTitle: msg('IP-in-IP is not open between nodes'),
  shortTitle: msg('IP-in-IP'),
  rationale: msg('Traffic between pods on different nodes travels in IP-in-IP packets.'),
  needed: msg('IP protocol 4 in both directions'),
  remedy: msg('Allow IP protocol 4 between the nodes; where the network cannot carry it, as in Azure, use VXLAN.'),
  guide: 'ports',
  links: documentation.clouds,
  verifyCommand: 'tcpdump -c 10 -n ip proto 4',
  reasons: {
    CloudDropsProtocol: {
      title: msg('The network of this cloud does not carry IP-in-IP'),
      remedy: msg('Use VXLAN: set the encapsulation of the IP pools to VXLAN or VXLANCrossSubnet.'),
    },
    NotTested: { title: msg('{{use}} traffic between nodes is not tested yet', { use: 'IP-in-IP' }) },
    ...flowReasons('IP-in-IP'),
  },
  appliesTo: withIpip,
  needs: [],
  consults: ['cloud', 'flowTests'],
  evaluate: (_facts, { facts: { cloud, flowTests }, sources }) => {
    const flows = judgeFlows(flowTests, { ipFamilies: ['IPv4'] }, traffic);
    const conflict = judgeCloud(cloud, sources);
    return (
      judgeTraffic(conflict, flows, cloud.status === 'observed') ?? {
        outcome: 'undetermined',
        reason: 'NotTested',
        observed: 'IP protocol 4: not tested',
      }
    );
  },
});

/** What the network of the machine's cloud says; undefined where it carries the protocol, or the cloud is not known. */
function judgeCloud(cloud: Fact<Cloud>, sources: ProfileSources): Judgement | undefined {
  const network = cloud.status === 'observed' ? cloudNetworks[cloud.value] : undefined;
  if (network === undefined || !network.drops.includes('IPIP')) return undefined;
  // Where nobody chose IP-in-IP, the installation may well choose something else.
  const outcome = sources.encapsulation === 'defaulted' ? 'caution' : 'unmet';
  return { outcome, reason: 'CloudDropsProtocol', observed: `${network.name} drops IP protocol 4` };
}
