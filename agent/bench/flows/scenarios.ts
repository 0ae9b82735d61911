import type { FlowKey } from '@calico-readiness/requirements';
import type { SimulatedNode } from './simulated-node';
import type { World } from './world';

/** A fault, and what is to be said of it at its end. */
export interface Scenario {
  readonly name: string;
  readonly world: World;
  /** The sentences without their numbers, in any order. */
  readonly causes: readonly string[];
  /** Also right: where a fault comes and goes, nothing may be said of it. */
  readonly orNothing?: true;
}

type Side = (node: SimulatedNode) => boolean;

const any: Side = () => true;
const node =
  (...indexes: readonly number[]): Side =>
  ({ index }) =>
    indexes.includes(index);
const zone =
  (name: string): Side =>
  ({ peer }) =>
    peer.zone === `zone-${name}`;
const pool =
  (name: string): Side =>
  ({ peer }) =>
    peer.pool === name;
const rack =
  (number: number): Side =>
  ({ index }) =>
    Math.floor(index / 40) === number;

const vxlan: readonly FlowKey[] = ['vxlan-IPv4', 'vxlan-IPv4-large'];
const large: readonly FlowKey[] = ['vxlan-IPv4-large'];
const bgp: readonly FlowKey[] = ['bgp-IPv4'];
const all: readonly FlowKey[] = [...bgp, ...vxlan];

type Blocks = NonNullable<World['blocks']>;
const oneWay =
  (from: Side, to: Side, flows: readonly FlowKey[] = vxlan): Blocks =>
  (source, target, flow) =>
    flows.includes(flow) && from(source) && to(target);
const bothWays =
  (one: Side, other: Side, flows: readonly FlowKey[] = vxlan): Blocks =>
  (source, target, flow) =>
    flows.includes(flow) && ((one(source) && other(target)) || (other(source) && one(target)));
const together =
  (...parts: readonly Blocks[]): Blocks =>
  (...pair) =>
    parts.some((part) => part(...pair));
const during =
  (from: number, to: number, part: Blocks): Blocks =>
  (source, target, flow, time) =>
    time >= from * 60_000 && time < to * 60_000 && part(source, target, flow, time);
const flapping =
  (minutes: number, part: Blocks): Blocks =>
  (source, target, flow, time) =>
    Math.floor(time / 60_000 / minutes) % 2 === 0 && part(source, target, flow, time);

const name = (index: number): string => `node-${String(index)}.fleet.example.com`;
const subnet = (number: number): string => `10.0.${String(number)}.0/24`;

const away =
  (side: Side, from: number, minutes: number): World['happens'] =>
  (nodes, time, now) => {
    for (const one of nodes)
      if (side(one) && one.awayUntil === 0 && time >= from * 60_000 && time < (from + 1) * 60_000)
        one.awayUntil = now + minutes * 60_000;
  };

/** One fault, several, none, and what only looks like one. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'Firewall of a node drops UDP 4789 that comes in',
    world: { blocks: oneWay(any, node(50)) },
    causes: [`UDP 4789 to ${name(50)} is filtered`],
  },
  {
    name: 'Firewall of a node drops all that comes in',
    world: { blocks: oneWay(any, node(51), all) },
    causes: [`TCP 179, UDP 4789 to ${name(51)} is filtered`],
  },
  {
    name: 'A node cannot send UDP 4789',
    world: { blocks: oneWay(node(52), any) },
    causes: [`UDP 4789 from ${name(52)} is filtered`],
  },
  {
    name: 'A node is cut off from UDP 4789',
    world: { blocks: bothWays(node(53), any) },
    causes: [`UDP 4789 from and to ${name(53)} is filtered`],
  },
  {
    name: 'Three nodes with the same firewall',
    world: { blocks: oneWay(any, node(54, 130, 270)) },
    causes: [54, 130, 270].map((index) => `UDP 4789 to ${name(index)} is filtered`),
  },
  {
    name: 'Two nodes cannot send, one cannot receive',
    world: { blocks: together(oneWay(node(55, 56), any), oneWay(any, node(57))) },
    causes: [
      `UDP 4789 from ${name(55)} is filtered`,
      `UDP 4789 from ${name(56)} is filtered`,
      `UDP 4789 to ${name(57)} is filtered`,
    ],
  },
  {
    name: 'From zone to zone, one way',
    world: { blocks: oneWay(zone('a'), zone('c')) },
    causes: ['UDP 4789 from zone-a to zone-c is filtered'],
  },
  {
    name: 'Between two zones',
    world: { blocks: bothWays(zone('a'), zone('c')) },
    causes: ['UDP 4789 between zone-a and zone-c is filtered'],
  },
  {
    name: 'A zone is cut off',
    world: { blocks: (...pair) => zone('b')(pair[0]) !== zone('b')(pair[1]) && vxlan.includes(pair[2]) },
    causes: ['UDP 4789 from and to zone-b is filtered'],
  },
  {
    name: 'Into a zone from all others',
    world: { blocks: (from, to, flow) => !zone('b')(from) && zone('b')(to) && vxlan.includes(flow) },
    causes: ['UDP 4789 to zone-b is filtered'],
  },
  {
    name: 'Between two racks',
    world: { blocks: bothWays(rack(1), rack(2)) },
    causes: [`UDP 4789 between ${subnet(1)} and ${subnet(2)} is filtered`],
  },
  {
    name: 'From rack to rack, TCP 179, one way',
    world: { blocks: oneWay(rack(3), rack(5), bgp) },
    causes: [`TCP 179 from ${subnet(3)} to ${subnet(5)} is filtered`],
  },
  {
    name: 'Within a rack',
    world: { blocks: oneWay(rack(4), rack(4)) },
    causes: [`UDP 4789 between ${subnet(4)} and ${subnet(4)} is filtered`],
  },
  {
    name: 'From workers to masters',
    world: { blocks: oneWay(pool('worker'), pool('master')) },
    causes: ['UDP 4789 from worker to master is filtered'],
  },
  { name: 'Everywhere', world: { blocks: oneWay(any, any) }, causes: ['UDP 4789 is filtered between all nodes'] },
  {
    name: 'Everywhere, large packets alone',
    world: { blocks: oneWay(any, any, large) },
    causes: ['UDP 4789 is filtered between all nodes (large)'],
  },
  {
    name: 'Between two zones, large packets alone',
    world: { blocks: bothWays(zone('a'), zone('b'), large) },
    causes: ['UDP 4789 between zone-a and zone-b is filtered (large)'],
  },
  {
    name: 'To a node, large packets alone',
    world: { blocks: oneWay(any, node(58), large) },
    causes: [`UDP 4789 to ${name(58)} is filtered (large)`],
  },
  {
    name: 'A node, and a path between zones',
    world: { blocks: together(oneWay(any, node(60)), oneWay(zone('a'), zone('c'))) },
    causes: [`UDP 4789 to ${name(60)} is filtered`, 'UDP 4789 from zone-a to zone-c is filtered'],
  },
  {
    name: 'Two protocols, two faults',
    world: { blocks: together(oneWay(any, node(61), bgp), bothWays(rack(6), rack(7))) },
    causes: [`TCP 179 to ${name(61)} is filtered`, `UDP 4789 between ${subnet(6)} and ${subnet(7)} is filtered`],
  },
  {
    name: 'Firewall of a route reflector drops TCP 179',
    world: { reflectors: [0, 1, 2], blocks: oneWay(any, node(2), bgp) },
    causes: [`TCP 179 to ${name(2)} is filtered`],
  },
  {
    name: 'From workers to route reflectors',
    world: { reflectors: [0, 1, 2], blocks: oneWay(pool('worker'), pool('master'), bgp) },
    causes: ['TCP 179 from worker to master is filtered'],
  },
  {
    name: 'TCP 179 between nodes that do not speak BGP',
    world: { reflectors: [0, 1, 2], blocks: oneWay(pool('worker'), pool('worker'), bgp) },
    causes: [],
  },
  {
    name: 'A node, while a tenth of all is replaced each hour',
    world: { blocks: oneWay(any, node(62)), churn: 0.1 },
    causes: [`UDP 4789 to ${name(62)} is filtered`],
    orNothing: true,
  },
  {
    name: 'A path between zones, while a tenth is replaced each hour',
    world: { blocks: oneWay(zone('a'), zone('c')), churn: 0.1, restarts: 0.1, loss: 0.001 },
    causes: ['UDP 4789 from zone-a to zone-c is filtered'],
  },
  {
    name: 'A node drops 20 minutes of 40',
    world: { blocks: flapping(20, oneWay(any, node(63))) },
    causes: [`UDP 4789 to ${name(63)} is filtered`],
    orNothing: true,
  },
  {
    name: 'A path flaps each minute',
    world: { blocks: flapping(1, oneWay(zone('a'), zone('c'))), loss: 0.001 },
    causes: ['UDP 4789 from zone-a to zone-c is filtered'],
    orNothing: true,
  },
  { name: 'A fault that was repaired', world: { blocks: during(0, 45, oneWay(zone('a'), zone('c'))) }, causes: [] },
  {
    name: 'A node that is down',
    world: {
      happens: (nodes, time) => {
        for (const one of nodes) if (one.index === 64 && time > 600_000) one.ready = false;
      },
    },
    causes: [],
  },
  { name: 'An agent that is away for 20 minutes', world: { happens: away(node(65), 70, 20) }, causes: [] },
  { name: 'All agents of a zone restart at once', world: { happens: away(zone('b'), 80, 7) }, causes: [] },
  { name: 'All agents restart at once', world: { happens: away(any, 80, 12) }, causes: [] },
  { name: 'One probe of twenty is lost', world: { loss: 0.05 }, causes: [] },
  { name: 'No fault, with churn, restarts and loss', world: { churn: 0.1, restarts: 0.2, loss: 0.001 }, causes: [] },
];
