import type { PeerNetwork, Ring } from '@calico-readiness/requirements';
import { ringOf, unknownPeerNetwork } from '@calico-readiness/requirements';
import type { CadenceParts } from './cadence';
import { Cadence } from './cadence';
import type { ListedPeers } from './read-peer-shards';

/** What keeping the list takes. */
export interface PeerListParts extends CadenceParts {
  /** Reads the list, as `readPeerShards` does. */
  readonly read: (knownVersion?: string) => Promise<ListedPeers | 'known' | undefined>;
}

/** The list of peers as an agent knows it: read once an hour, and kept while the API is away. */
export class PeerList {
  /** Undefined until a list was read. */
  ring: Ring | undefined;
  network: PeerNetwork = unknownPeerNetwork;
  private version: string | undefined;
  private readonly cadence: Cadence;

  constructor(private readonly parts: PeerListParts) {
    this.cadence = new Cadence(parts, 'the list of peers');
  }

  /** Reads the list where that is due. Never rejects. */
  refresh(): Promise<void> {
    return this.cadence.whenDue(async () => {
      const listed = await this.parts.read(this.version);
      if (listed !== undefined && listed !== 'known') this.take(listed);
      return listed !== undefined;
    });
  }

  private take({ peers, network, version, refused }: ListedPeers): void {
    this.ring = ringOf(peers);
    this.network = network;
    this.version = version;
    this.parts.log.info({ peers: peers.length, refused }, 'Read the list of peers');
  }
}
