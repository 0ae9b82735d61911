import type { ExternalPeer, ExternalSessions, IpFamily } from '@calico-readiness/requirements';
import { hasSession } from '../../flows/session-evidence';
import type { Network } from '../../host/flows/network';
import { tableAddress } from '../../host/flows/peer-address';
import type { Clock } from '../clock';

/** BGP's own port, on which an external peer listens where its BGPPeer names no other. */
const bgpPort = 179;
/** Milliseconds between two looks. */
const betweenLooks = 120_000;
/** More ports are not looked at: each is a table of all connections of the host. */
const mostPorts = 8;
const mostNamed = 4;

/** What looking at sessions takes. */
export interface ExternalSessionParts {
  readonly network: Pick<Network, 'portUse' | 'elsewhere'>;
  readonly clock: Clock;
}

/**
 * The BGP sessions of this node with speakers outside of the cluster. A session that the kernel lists is the evidence;
 * without one nothing is known, because nothing is sent to a router.
 */
export class ExternalSessionWatch {
  private peers: readonly ExternalPeer[] | undefined;
  private port = bgpPort;
  private lookAt = -Infinity;
  private up: ReadonlySet<ExternalPeer> = new Set();

  constructor(private readonly parts: ExternalSessionParts) {}

  /**
   * Looks at the sessions where that is due, and at once for other peers. `port` is the one that this node listens on;
   * undefined peers are not known. Never rejects.
   */
  async look(peers: readonly ExternalPeer[] | undefined, port: number): Promise<void> {
    const { clock } = this.parts;
    if (peers === this.peers && port === this.port && clock.steady() < this.lookAt) return;
    if (peers !== this.peers) this.up = new Set();
    this.peers = peers;
    this.port = port;
    this.lookAt = clock.steady() + betweenLooks;
    this.up = await this.sessions(peers ?? [], port);
  }

  /** Has the next look made at once. */
  lookAgain(): void {
    this.lookAt = -Infinity;
  }

  /** What was seen of one family; undefined where it is not known whom this node speaks with, and for nobody. */
  of(family: IpFamily): ExternalSessions | undefined {
    const peers = this.peers?.filter((peer) => peer.family === family) ?? [];
    if (peers.length === 0) return undefined;
    const missing = peers.filter((peer) => !this.up.has(peer));
    const named = missing.slice(0, mostNamed).map(({ address }) => address);
    return { needed: peers.length, up: peers.length - missing.length, missing: named };
  }

  private async sessions(peers: readonly ExternalPeer[], port: number): Promise<ReadonlySet<ExternalPeer>> {
    const { network } = this.parts;
    const up = new Set<ExternalPeer>();
    if (peers.length === 0 || network.elsewhere !== undefined) return up;
    // Either side may have connected: to this node's port, or to the peer's.
    const ports = [...new Set([port, ...peers.map((peer) => peer.port ?? bgpPort)])].slice(0, mostPorts);
    for (const looked of ports) {
      const use = await network.portUse(looked);
      if (use.status === 'unavailable') continue;
      for (const peer of peers) {
        // Link-local ones as well: nothing is sent to them, and a session tells that the router is there.
        const address = tableAddress(peer.address);
        if (![port, peer.port ?? bgpPort].includes(looked) || address === undefined) continue;
        if (hasSession(use.value, address)) up.add(peer);
      }
    }
    return up;
  }
}
