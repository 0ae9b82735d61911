import type { FlowKey } from '../../../src/model/traffic/flow';
import type { FailingFlowPeer, FlowTest } from '../../../src/model/traffic/flow-tests';
import type { RequirementCase } from '../../requirement-case';
import { failing, tested, testsOf } from './traffic-cases';

const size = { requirement: 'path-mtu-sufficient' } as const;
const lost = (flow: FlowKey, outcome: FailingFlowPeer['outcome']): FlowTest =>
  tested(flow, { blocked: 1, failing: [{ ...failing, outcome }] });

/** Cases of packets as large as Calico's are. */
export const packetSizeCases: readonly RequirementCase[] = [
  {
    ...size,
    when: 'no tunnel is used',
    profile: { encapsulation: [] },
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
  {
    ...size,
    when: 'IP-in-IP is chosen in a cluster of IPv6 alone',
    profile: { ipFamilies: ['IPv6'] },
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
  {
    ...size,
    when: 'only small packets are lost',
    facts: testsOf(lost('ipip-IPv4', 'filtered'), tested('ipip-IPv4-large')),
    verdict: 'Pass',
    reason: 'FlowsOpen',
  },
  {
    ...size,
    when: 'nothing was tested',
    verdict: 'Unknown',
    reason: 'NotTested',
  },
  {
    ...size,
    when: 'only small packets were tested',
    facts: testsOf(tested('ipip-IPv4')),
    verdict: 'Unknown',
    reason: 'NotTested',
    observed: 'IP-in-IP: not tested',
  },
  {
    ...size,
    when: 'a router says that packets are too large',
    facts: testsOf(lost('ipip-IPv4-large', 'prohibited')),
    verdict: 'Warn',
    reason: 'FlowProhibited',
    observed: 'IP-in-IP: 1 of 20 peers blocked: worker-2 (prohibited)',
  },
  {
    ...size,
    when: 'one tunnel of two loses them',
    profile: { encapsulation: ['IPIP', 'VXLAN'], wireguard: true },
    facts: testsOf(tested('ipip-IPv4-large'), lost('vxlan-IPv4-large', 'filtered'), tested('wireguard-IPv4-large')),
    verdict: 'Fail',
    reason: 'FlowFiltered',
    observed: 'VXLAN: 1 of 20 peers blocked: worker-2 (filtered)',
  },
  {
    ...size,
    when: 'one tunnel of two was not tested',
    profile: { encapsulation: ['IPIP', 'VXLAN'] },
    facts: testsOf(tested('ipip-IPv4-large')),
    verdict: 'Unknown',
    reason: 'NotTested',
    observed: 'VXLAN: not tested',
  },
];
