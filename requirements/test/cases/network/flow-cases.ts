import type { ProfileValues } from '../../../src/model/profile-values';
import { defaultProfileValues } from '../../../src/model/profile-defaults';
import type { Listener } from '../../../src/model/host-network';
import type { RequirementId } from '../../../src/model/requirement-id';
import type { RequirementCase } from '../../requirement-case';
import { apiCases } from './api-access-cases';
import { bgpCases } from './bgp-cases';
import { packetSizeCases } from './packet-size-cases';
import { trafficCases } from './traffic-cases';

interface PortFamily {
  readonly requirement: RequirementId;
  readonly protocol: Listener['protocol'];
  readonly port: number;
  readonly own: string | null;
  readonly profile?: Partial<ProfileValues>;
  readonly off: Partial<ProfileValues>;
}

const ports: readonly PortFamily[] = [
  { requirement: 'bgp-port-open', protocol: 'tcp', port: 179, own: 'bird', off: { bgp: false } },
  {
    requirement: 'bgp-port-open',
    protocol: 'tcp',
    port: 1179,
    own: 'bird6',
    profile: { ports: { ...defaultProfileValues.ports, bgp: 1179 } },
    off: { bgp: false },
  },
  {
    requirement: 'vxlan-port-open',
    protocol: 'udp',
    port: 4789,
    own: null,
    profile: { encapsulation: ['VXLAN'] },
    off: { encapsulation: ['IPIP'] },
  },
  { requirement: 'typha-port-open', protocol: 'tcp', port: 5473, own: 'calico-typha', off: { typha: false } },
  {
    requirement: 'wireguard-port-open',
    protocol: 'udp',
    port: 51820,
    own: null,
    profile: { wireguard: true },
    off: {},
  },
  {
    requirement: 'wireguard-port-open',
    protocol: 'udp',
    port: 51821,
    own: null,
    profile: { wireguard: true, ipFamilies: ['IPv6'] },
    off: {},
  },
];

const name = ({ protocol, port }: PortFamily): string => `${protocol.toUpperCase()} ${port}`;

const portCases = ports.flatMap((family): RequirementCase[] => {
  const { requirement, protocol, port, own, profile = {}, off } = family;
  const listener = (process: string | null, unit?: string): readonly Listener[] => [
    { protocol, port, address: '0.0.0.0', process, ...(unit !== undefined && { unit }) },
  ];
  const devices = { vxlan: ['vxlan.calico'], wireguard: ['wireguard.cali', 'wg-v6.cali'] };
  return [
    {
      requirement,
      when: 'nobody listens',
      profile,
      verdict: 'Unknown',
      reason: 'NotTested',
      observed: `${name(family)}: not tested`,
    },
    {
      requirement,
      when: `${own ?? 'the kernel'} listens`,
      profile,
      facts: { listeners: listener(own), tunnelDevices: devices },
      verdict: 'Unknown',
      reason: 'NotTested',
    },
    {
      requirement,
      when: 'a stranger listens',
      profile,
      facts: { listeners: [...listener(own), ...listener('stranger')] },
      verdict: 'Fail',
      reason: 'PortHeldByOther',
      observed: `${name(family)}: ${own ?? 'kernel'}, stranger`,
    },
    {
      requirement,
      when: 'a stranger listens elsewhere',
      profile,
      facts: { listeners: [{ protocol, port: port + 10, address: '::', process: 'stranger' }] },
      verdict: 'Unknown',
      reason: 'NotTested',
    },
    {
      requirement,
      when: 'a stranger listens with the other protocol',
      profile,
      facts: {
        listeners: [{ protocol: protocol === 'tcp' ? 'udp' : 'tcp', port, address: '::', process: 'stranger' }],
      },
      verdict: 'Unknown',
      reason: 'NotTested',
    },
    {
      requirement,
      when: 'listeners are unseen',
      profile,
      without: ['listeners'],
      verdict: 'Unknown',
      reason: 'NotTested',
    },
    {
      requirement,
      when: 'not used',
      profile: off,
      facts: { listeners: listener('stranger') },
      verdict: 'NotApplicable',
      reason: 'NotApplicable',
    },
    ...(protocol === 'tcp'
      ? [
          {
            requirement,
            when: `the host's own ${own ?? ''} listens`,
            profile,
            facts: { listeners: listener(own, 'routing.service') },
            verdict: 'Fail',
            reason: 'PortHeldByOther',
            observed: `${name(family)}: ${own ?? ''} (routing.service)`,
          } as const,
          {
            requirement,
            when: `${own ?? ''} listens in a unit of Calico's`,
            profile,
            facts: { listeners: listener(own, 'calico-node.service') },
            verdict: 'Unknown',
            reason: 'NotTested',
          } as const,
          {
            requirement,
            when: 'an unknown process listens',
            profile,
            facts: { listeners: listener(null) },
            verdict: 'Unknown',
            reason: 'PortHolderUnknown',
          } as const,
        ]
      : []),
  ];
});

export const flowCases: readonly RequirementCase[] = [
  {
    requirement: 'kubernetes-datastore-available',
    when: 'nothing tests it yet',
    verdict: 'Unknown',
    reason: 'NotTested',
  },
  {
    requirement: 'kube-apiserver-reachable',
    when: 'nothing tests it yet',
    verdict: 'Unknown',
    reason: 'NotTested',
    observed: 'TCP 6443: not tested',
  },
  { requirement: 'ipip-protocol-open', when: 'nothing tests it yet', verdict: 'Unknown', reason: 'NotTested' },
  {
    requirement: 'ipip-protocol-open',
    when: 'nothing shows in which cloud the machine runs',
    without: ['cloud'],
    verdict: 'Unknown',
    reason: 'NotTested',
    observed: 'IP protocol 4: not tested',
  },
  ...(
    [
      ['declared', 'Fail'],
      ['detected', 'Fail'],
      ['defaulted', 'Warn'],
    ] as const
  ).map(([source, verdict]): RequirementCase => ({
    requirement: 'ipip-protocol-open',
    when: `IP-in-IP is ${source}, in Azure`,
    source,
    facts: { cloud: 'azure' },
    verdict,
    reason: 'CloudDropsProtocol',
    observed: 'Azure drops IP protocol 4',
  })),
  {
    requirement: 'ipip-protocol-open',
    when: 'IP-in-IP is off, in Azure',
    profile: { encapsulation: ['VXLAN'] },
    facts: { cloud: 'azure' },
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
  {
    requirement: 'ipip-protocol-open',
    when: 'pods have IPv6 alone, in Azure',
    profile: { ipFamilies: ['IPv6'] },
    facts: { cloud: 'azure' },
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
  {
    requirement: 'ipip-protocol-open',
    when: 'IP-in-IP is off',
    profile: { encapsulation: ['VXLAN'] },
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
  ...portCases,
  ...trafficCases,
  ...bgpCases,
  ...packetSizeCases,
  ...apiCases,
];
