import type { Fact } from '../../model/fact';
import { msg } from '../../model/message';
import type { ProfileValues } from '../../model/profile-values';
import type { Judgement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import type { FlowTests } from '../../model/traffic/flow-tests';
import { withTunnel } from '../applicability';
import { documentation } from '../documentation';
import { beyond } from '../quotes';
import type { JudgedTraffic } from './flow-judgement';
import { judgeFlows } from './flow-judgement';
import { fullSizeReasons } from './full-size-reasons';

/**
 * Whether packets of the size that Calico would use pass between nodes. Only traffic tells: that of the same flow in small
 * packets has to pass, or nothing is said of its size.
 */
export const pathMtuSufficient = defineRequirement({
  id: 'path-mtu-sufficient',
  chapter: 'network',
  scope: 'flow',
  level: 'required',
  origin: beyond(
    msg(
      'Calico makes its packets as large as the devices of the node allow. What a smaller network on the way drops is lost without a word: small requests work, and large answers hang.',
    ),
  ),
  title: msg('The path between nodes carries full-size packets'),
  failureTitle: msg('The path between nodes does not carry full-size packets'),
  shortTitle: msg('Path MTU'),
  rationale: msg('Tunnels between nodes send packets of full size, which the network has to carry whole.'),
  needed: msg('Packets as large as Calico makes them, in both directions'),
  remedy: msg('Raise the MTU of the network between the nodes, or set spec.calicoNetwork.mtu in the Installation.'),
  guide: 'ports',
  links: documentation.mtu,
  verifyCommand: 'ip -d link show; cat /var/lib/calico/mtu',
  reasons: fullSizeReasons,
  appliesTo: withTunnel,
  needs: [],
  consults: ['flowTests'],
  evaluate: (_facts, { facts: { flowTests }, profile }) => {
    const { encapsulation, wireguard, ipFamilies } = profile;
    const judgements: Judgement[] = [];
    if (encapsulation.includes('IPIP') && ipFamilies.includes('IPv4'))
      judgements.push(judge(flowTests, { ipFamilies: onlyIpv4 }, inIpip));
    if (encapsulation.includes('VXLAN')) judgements.push(judge(flowTests, profile, inVxlan));
    if (wireguard) judgements.push(judge(flowTests, profile, inWireguard));
    return worstOf(judgements);
  },
});

/** IP-in-IP carries packets of this family alone. */
const onlyIpv4: ProfileValues['ipFamilies'] = ['IPv4'];
const inIpip: JudgedTraffic = { protocol: 'ipip', label: 'IP-in-IP', large: true };
const inVxlan: JudgedTraffic = { protocol: 'vxlan', label: 'VXLAN', large: true };
const inWireguard: JudgedTraffic = { protocol: 'wireguard', label: 'WireGuard', large: true };

/**
 * Who says that a packet is too large has it sent again in smaller ones: the kernel learns the size of the path and splits
 * what it can, and pods are told. That is slow, and no loss.
 */
function judge(tests: Fact<FlowTests>, profile: Pick<ProfileValues, 'ipFamilies'>, traffic: JudgedTraffic): Judgement {
  const judgement = judgeFlows(tests, profile, traffic);
  if (judgement === undefined)
    return { outcome: 'undetermined', reason: 'NotTested', observed: `${traffic.label}: not tested` };
  return judgement.reason === 'FlowProhibited' ? { ...judgement, outcome: 'caution' } : judgement;
}

const order: readonly Judgement['outcome'][] = ['unmet', 'caution', 'undetermined', 'met'];

/** The worst of several tunnels, with what was observed of all that are like it. */
function worstOf(judgements: readonly Judgement[]): Judgement {
  const rank = ({ outcome }: Judgement): number => order.indexOf(outcome);
  if (judgements.length === 1 && judgements[0] !== undefined) return judgements[0];
  const [worst] = [...judgements].sort((one, other) => rank(one) - rank(other));
  if (worst === undefined) return { outcome: 'undetermined', reason: 'NotTested', observed: 'no tunnel' };
  const alike = judgements.filter(({ outcome }) => outcome === worst.outcome);
  return { ...worst, observed: alike.map(({ observed }) => observed).join('; ') };
}
