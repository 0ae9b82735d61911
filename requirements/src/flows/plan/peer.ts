import type { IpFamily } from '../../model/profile-choices';

/** One node as the list of peers has it. */
export interface Peer {
  readonly name: string;
  /** Hash of the node's UID, below 2^32: its place in the ring, and another one for a node that is made anew. */
  readonly key: number;
  readonly addresses: Readonly<Partial<Record<IpFamily, string>>>;
  /** Label topology.kubernetes.io/zone; empty for none. */
  readonly zone: string;
  /** Its pool or rack; empty for none. */
  readonly pool: string;
  /** The network of its first address; empty where it is not known. */
  readonly subnet: string;
  readonly mayRunTypha: boolean;
  /** Whether it is in the full mesh of BGP: mesh on, and no route reflector. */
  readonly inMesh: boolean;
  /** What it is for BGP, as a row of the table of the list; left out where the list does not say it. */
  readonly bgpRole?: number;
  /** Ready, not cordoned, with an agent that reports: only such a peer is visited. */
  readonly answers: boolean;
}
