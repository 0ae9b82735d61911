import type { ClusterObjects, ClusterProfile } from '@calico-readiness/requirements';
import { Alarm } from '../../publish/alarm';
import type { AttemptParts } from '../attempts';
import { Attempts } from '../attempts';
import type { FollowedObjects } from '../report/follow-collection';
import type { KnownNode } from '../report/known-node';
import type { ReportSummary } from '../report/report-summary';
import type { BgpPeersOfCluster } from './bgp-peers-of-cluster';
import { FlowKey } from './flow-key';
import type { PeerListPlace, StoredObjectApi } from './peer-list-api';
import { StoredList, wantedList } from './peer-list';
import { peersOfFleet } from './peers-of-fleet';

/** The least time between two lists, milliseconds; agents read it once an hour. */
const gap = 300_000;
/** Until everything is known that the list is made of, milliseconds. */
const shortWait = 2_000;

/** What keeping the list takes. */
export interface PeerListKeeperParts extends AttemptParts, Omit<PeerListPlace, 'namespace'> {
  readonly configMaps: StoredObjectApi;
  readonly secrets: StoredObjectApi;
  readonly nodes: FollowedObjects<KnownNode>;
  readonly reports: FollowedObjects<ReportSummary>;
  /** Undefined until the cluster's objects were read. */
  readonly objects: () => ClusterObjects | undefined;
  readonly bgpPeers: Pick<BgpPeersOfCluster, 'readAgain' | 'list'>;
  /** Runs the work, and notices when it never comes back. */
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}

/**
 * Keeps the list of peers, and the key by which they know each other: at once where there is none, else every five minutes
 * when something else is to be said, or when somebody else has changed it.
 */
export class PeerListKeeper {
  private profile: ClusterProfile | undefined;
  /** Of the monotonic clock, milliseconds. */
  private listAt = 0;
  private readonly attempts: Attempts;
  private readonly key: FlowKey;
  private readonly list: StoredList;

  constructor(private readonly parts: PeerListKeeperParts) {
    this.attempts = new Attempts(parts, 'Cannot write the list of peers; trying again');
    this.key = new FlowKey({ ...parts, api: parts.secrets, name: parts.secret });
    this.list = new StoredList(parts.configMaps, parts.prefix);
  }

  /** The profile that nodes are judged by. */
  takeProfile(profile: ClusterProfile): void {
    this.profile = profile;
  }

  /** Resolves when the signal aborts. Never rejects for what the API does. */
  async run(): Promise<void> {
    const { signal, during } = this.parts;
    while (!signal.aborted) {
      const wait = this.isReady
        ? await during('Writing the list of peers', () => this.attempts.make(() => this.keep()))
        : shortWait;
      await new Alarm().sleep(wait, signal);
    }
  }

  private get isReady(): boolean {
    const { nodes, reports, objects } = this.parts;
    return nodes.isComplete && reports.isComplete && this.profile !== undefined && objects() !== undefined;
  }

  private async keep(): Promise<number> {
    const { nodes, reports, objects: read, bgpPeers, log, gap: wait = gap } = this.parts;
    const [profile, objects] = [this.profile, read()];
    if (profile === undefined || objects === undefined) return shortWait;
    // A key that cannot be made must not have the list written anew with each attempt.
    if (performance.now() >= this.listAt) {
      await bgpPeers.readAgain(profile);
      const known = { nodes: nodes.byName, reports: reports.byName, profile, objects, bgpPeers: bgpPeers.list };
      const { peers, network } = peersOfFleet(known, Date.now());
      const list = wantedList(peers, network);
      const written = await this.list.write(list);
      if (written > 0) log.info({ peers: peers.length, shards: list.shards.length }, 'Wrote the list of peers');
      this.listAt = performance.now() + wait;
    }
    await this.key.keep();
    return Math.max(0, this.listAt - performance.now());
  }
}
