import type { Ring, Standing } from '@calico-readiness/requirements';
import { epochLength, epochsPerRound, ringOf } from '@calico-readiness/requirements';
import { publishedRing, speakerOf } from './bgp-of-world';
import { randomFrom } from './random';
import type { SimulatedNode } from './simulated-node';
import { simulatedNode, standingOf } from './simulated-node';
import type { World } from './world';

const minute = 60_000;
const hour = 60 * minute;
/** A whole number of epochs and rounds since 1970. */
const begin = 400_000 * epochsPerRound * epochLength;
/** Milliseconds between two looks at everything. */
export const tick = epochLength / 2;
/** Without a report for as long, an agent counts as silent. */
const silentAfter = 2.5 * 15 * minute + minute;

/** Nodes that come, go and restart in a time of their own, and the list of them that is published every five minutes. */
export class SimulatedCluster {
  readonly nodes: SimulatedNode[];
  readonly random: () => number;
  now = begin;
  published: Ring;
  private readonly byKey = new Map<number, SimulatedNode>();
  private lives = 0;

  constructor(
    count: number,
    readonly world: World,
    seed: number,
  ) {
    this.random = randomFrom(seed);
    const empty = ringOf([]);
    this.nodes = Array.from({ length: count }, (_, index) => simulatedNode(index, 0, empty, begin, this.random));
    for (const node of this.nodes) this.byKey.set(node.peer.key, node);
    this.published = this.publish();
    for (const node of this.nodes) node.ring = this.published;
  }

  /** Milliseconds since the simulation began. */
  get time(): number {
    return this.now - begin;
  }

  /** Whether this is the first look of five minutes. */
  get isPublishing(): boolean {
    return this.now % (5 * minute) < tick;
  }

  nodeOf(key: number): SimulatedNode | undefined {
    return this.byKey.get(key);
  }

  isReporting(node: SimulatedNode): boolean {
    return node.ready && this.now - node.reportedAt < silentAfter;
  }

  standings(): ReadonlyMap<number, Standing> {
    return new Map(this.nodes.map((node) => [node.peer.key, standingOf(node)]));
  }

  /** What happens by itself until the next look. */
  live(): void {
    const { churn = 0, restarts = 0, happens } = this.world;
    happens?.(this.nodes, this.time, this.now);
    const [replaced, restarted] = [(churn * tick) / hour, (restarts * tick) / hour];
    for (const [index, node] of this.nodes.entries()) {
      if (node.awayUntil !== 0 && node.awayUntil <= this.now) this.restart(node);
      if (replaced > 0 && this.random() < replaced) this.replace(index);
      else if (restarted > 0 && this.random() < restarted) node.awayUntil = this.now + (1 + 7 * this.random()) * minute;
    }
    if (this.isPublishing) this.published = this.publish();
  }

  /** What the controller lists, written and read as agents do. */
  private publish(): Ring {
    const peers = this.nodes.map((node) => ({
      ...speakerOf(this.world, node),
      answers: this.isReporting(node),
    }));
    return publishedRing(this.world, peers);
  }

  /** The node stays what it is; its agent remembers nothing. */
  private restart(node: SimulatedNode): void {
    const { peer, ready, readySince } = node;
    const fresh = simulatedNode(node.index, 0, this.published, this.now, this.random);
    Object.assign(node, fresh, { peer, ready, readySince });
  }

  private replace(index: number): void {
    this.lives += 1;
    const old = this.nodes[index];
    if (old !== undefined) this.byKey.delete(old.peer.key);
    const node = simulatedNode(index, this.lives, this.published, this.now, this.random);
    this.nodes[index] = node;
    this.byKey.set(node.peer.key, node);
  }
}
