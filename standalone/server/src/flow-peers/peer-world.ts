import { randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import {
  declareProfile,
  hashOf,
  profileValues,
  type Peer,
  type PeerNetwork,
  type ProfileValues,
} from '@calico-readiness/requirements';

/** This machine and its peers, as one of them needs to know it. */
export interface PeerWorld {
  readonly self: Peer;
  /** The last one drops what is in `droppedFlows`. */
  readonly peers: readonly Peer[];
  /** The network that they share, e.g. `198.51.100.0/28`. */
  readonly subnet: string;
  /** The key of challenges, in base64. */
  readonly key: string;
}

const peerNames = ['flow-peer-1', 'flow-peer-2', 'flow-peer-3'] as const;

/** The peer with a firewall. */
export const closedPeer = 'flow-peer-3';

/** Of nodes that need every flow to each other. */
export const peerNetwork: PeerNetwork = {
  tunnels: { ipip: 'always', vxlan: { IPv4: 'always', IPv6: 'always' } },
  bgpPassword: 'no',
};

/** Peers answer over every flow that Calico has, whatever this machine is judged by; at the ports that Calico has by default. */
export const answeredProfile: ProfileValues = profileValues(
  declareProfile({ encapsulation: ['IPIP', 'VXLAN'], bgp: true, wireguard: true, typha: true }, 'flow peers'),
);

/** TEST-NET-2, which is for documentation and is no network of anybody (RFC 5737), in sixteen parts. */
const prefix = '198.51.100.';
const addressesOfPart = 16;

const inUse = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));

/** The first address of a part that no device of this machine has one of; undefined where all are taken. */
export const freePart = (addresses: readonly string[]): number | undefined => {
  const taken = new Set(
    addresses
      .filter((address) => address.startsWith(prefix))
      .map((address) => Math.floor(Number(address.slice(prefix.length)) / addressesOfPart)),
  );
  const part = Array.from({ length: 256 / addressesOfPart }, (_none, index) => index).find(
    (index) => !taken.has(index),
  );
  return part === undefined ? undefined : part * addressesOfPart;
};

/** This machine, by the name of its Node, with its peers; undefined where no addresses are left for them. */
export const peerWorld = (nodeName: string): PeerWorld | undefined => {
  const first = freePart(inUse());
  if (first === undefined) return undefined;
  const subnet = `${prefix}${first}/28`;
  const peerOf = (name: string, index: number): Peer => ({
    name,
    key: hashOf(name),
    addresses: { IPv4: `${prefix}${first + 1 + index}` },
    zone: '',
    pool: '',
    subnet,
    mayRunTypha: true,
    inMesh: true,
    answers: true,
  });
  return {
    self: peerOf(nodeName, 0),
    peers: peerNames.map((name, index) => peerOf(name, index + 1)),
    subnet,
    key: randomBytes(32).toString('base64'),
  };
};
