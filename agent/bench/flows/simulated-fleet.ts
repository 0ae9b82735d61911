import type { FlowCause, FlowKey, Outcome, Ring, SourceReport, Visit } from '@calico-readiness/requirements';
import {
  answersVisit,
  flowCauses,
  flowEvidence,
  nextVisits,
  testReport,
  withOutcomes,
} from '@calico-readiness/requirements';
import { needs, networkOf } from './bgp-of-world';
import { SimulatedCluster, tick } from './simulated-cluster';
import type { SimulatedNode } from './simulated-node';
import { answeredBy } from './simulated-node';
import type { World } from './world';
import { probesOfVisit, simulatedFlows } from './world';

const minute = 60_000;
const hour = 60 * minute;

/** A cluster whose nodes test each other with the agents' own code. */
export class SimulatedFleet {
  readonly counts = { visits: 0, refused: 0 };
  private readonly cluster: SimulatedCluster;

  constructor(
    count: number,
    private readonly world: World,
    seed: number,
  ) {
    this.cluster = new SimulatedCluster(count, world, seed);
  }

  get ring(): Ring {
    return this.cluster.published;
  }

  /** Lets milliseconds pass; calls back every five minutes. */
  run(time: number, each?: () => void): void {
    const { cluster } = this;
    for (const end = cluster.now + time; cluster.now < end; cluster.now += tick) {
      cluster.live();
      for (const node of cluster.nodes) if (node.ready && node.awayUntil === 0) this.work(node);
      if (cluster.isPublishing) each?.();
    }
  }

  /** What the controller would say now. */
  causes(): readonly FlowCause[] {
    const { cluster, world } = this;
    return flowCauses(this.ring, this.reports(), cluster.standings(), cluster.now, networkOf(world));
  }

  /** How many pairs fail now. */
  failingPairs(): number {
    const evidence = flowEvidence(this.ring, this.reports(), this.cluster.standings());
    return [...evidence.values()].reduce((sum, { edges }) => sum + edges.length, 0);
  }

  private reports(): readonly SourceReport[] {
    return this.cluster.nodes
      .filter((node) => this.cluster.isReporting(node))
      .map((node) => ({ source: node.peer.key, flows: node.reported.map((flow) => answeredBy(node, flow)) }));
  }

  private work(node: SimulatedNode): void {
    const { now, random } = this.cluster;
    if (node.nextListAt <= now) {
      node.ring = this.ring;
      node.nextListAt = now + hour * (0.9 + 0.2 * random());
    }
    const next = nextVisits(node.state, { ring: node.ring, self: node.peer.key, enabled: true }, now);
    const done = next.visits.map((visit) => ({
      target: visit.target,
      at: now,
      counts: visit.counts,
      outcomes: this.visit(node, visit),
    }));
    node.state = withOutcomes(next.state, done);
    this.counts.visits += done.length;
    this.report(node);
  }

  /** Written at once where other peers fail than before, else with the heartbeat. */
  private report(node: SimulatedNode): void {
    const { now, random } = this.cluster;
    const isDue = node.nextReportAt <= now;
    if (!isDue && node.state.suspects.size === 0 && node.named === '') return;
    const flows = testReport(node.state);
    const named = flows.flatMap(({ flow, failing }) => failing.map(({ target }) => `${flow} ${String(target)}`)).join();
    if (!isDue && named === node.named) return;
    Object.assign(node, { reported: flows, named, reportedAt: now });
    node.nextReportAt = now + 15 * minute * (0.9 + 0.2 * random());
  }

  private visit(source: SimulatedNode, visit: Visit): ReadonlyMap<FlowKey, Outcome> {
    const target = this.cluster.nodeOf(visit.target);
    const flows = (visit.flows ?? simulatedFlows).filter(
      (flow) => target === undefined || needs(this.world, source, target, flow),
    );
    const isThere = target !== undefined && target.ready && target.awayUntil === 0;
    if (isThere && !this.mayVisit(source, target, visit.flows !== undefined)) {
      this.counts.refused += 1;
      return new Map(flows.map((flow) => [flow, 'not-tested']));
    }
    const passes = (flow: FlowKey): boolean =>
      isThere && !this.isLost() && this.world.blocks?.(source, target, flow, this.cluster.time) !== true;
    return new Map(flows.map((flow) => [flow, passes(flow) ? 'open' : 'blocked']));
  }

  private isLost(): boolean {
    return this.world.loss !== undefined && this.cluster.random() < this.world.loss ** probesOfVisit;
  }

  private mayVisit(source: SimulatedNode, target: SimulatedNode, retest: boolean): boolean {
    const asked = { ring: target.ring, self: target.peer.key, visitor: source.peer.key, retest };
    const { state, answers } = answersVisit(target.responder, asked, this.cluster.now);
    target.responder = state;
    return answers;
  }
}
