import type { IpFamily } from '../profile-choices';

/** What travels between nodes: one protocol of Calico in one family of addresses, in small or in full-size packets. */
export const flowKeys = [
  'bgp-IPv4',
  'bgp-IPv6',
  'ipip-IPv4',
  'ipip-IPv4-large',
  'vxlan-IPv4',
  'vxlan-IPv4-large',
  'vxlan-IPv6',
  'vxlan-IPv6-large',
  'typha-IPv4',
  'typha-IPv6',
  'wireguard-IPv4',
  'wireguard-IPv4-large',
  'wireguard-IPv6',
  'wireguard-IPv6-large',
] as const;

/** One flow, e.g. `vxlan-IPv4-large`: VXLAN between IPv4 addresses in packets of the size that the network promises. */
export type FlowKey = (typeof flowKeys)[number];

/** A flow as a bit of a number, by its place in `flowKeys`: a set of flows takes 14 bits. */
export const flowBit = (flow: FlowKey): number => 1 << flowKeys.indexOf(flow);

/** The protocols, by Calico's page of network requirements. */
export type FlowProtocol = 'bgp' | 'ipip' | 'vxlan' | 'typha' | 'wireguard';

/** The parts of a flow's key. */
export interface Flow {
  readonly protocol: FlowProtocol;
  readonly family: IpFamily;
  /** Whether the packets are of full size; the small ones of the same flow are another one. */
  readonly large: boolean;
}

/** The parts of a flow's key. Thousands of nodes are judged by them, so that they are taken apart once. */
export const flowOf = (key: FlowKey): Flow => flows[key];

function partsOf(key: FlowKey): Flow {
  const [protocol, family, size] = key.split('-') as [FlowProtocol, IpFamily, 'large' | undefined];
  return { protocol, family, large: size === 'large' };
}

const flows = Object.fromEntries(flowKeys.map((key) => [key, partsOf(key)])) as Readonly<Record<FlowKey, Flow>>;

/** The flow in small packets, which tells a filtered flow from one that loses large packets only. */
export const inSmallPackets = (key: FlowKey): FlowKey => key.replace('-large', '') as FlowKey;

/** Whether the other end of a flow answers nobody by itself, so that its agent has to: all that is not TCP. */
export function needsAnswer(key: FlowKey): boolean {
  const { protocol } = flowOf(key);
  return protocol !== 'bgp' && protocol !== 'typha';
}

/** Whether a text names a flow. */
export const isFlowKey = (text: string): text is FlowKey => flowKeys.some((key) => key === text);

/** Whether a pair needs a flow; `unknown` where the objects that would tell could not be read. */
export type Need = 'needed' | 'not-needed' | 'unknown';

/** The ways in which nodes are grouped: what a path through the network begins and ends with. */
export const groupings = ['zone', 'pool', 'subnet'] as const;
export type Grouping = (typeof groupings)[number];
