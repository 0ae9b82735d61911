import type { FlowKey, ReadinessPolicyStatus, Verdict } from '@calico-readiness/requirements';
import { catalogueVersion } from '@calico-readiness/requirements';
import { Counter, Gauge, Registry } from 'prom-client';
import { agentVersion } from '../../foundation/agent-version';
import type { FleetSummary } from '../report/fleet';
import { ConditionGauges } from './condition-gauges';

/** What a node counts as, in the words of the console. */
const nodeStates = {
  ready: 'Ready',
  notReady: 'NotReady',
  waived: 'ReadyWithWaivers',
  unknown: 'Unknown',
  stale: 'Stale',
  noReport: 'NoReport',
} as const;
const connectivityStates = { verified: 'Verified', notVerified: 'NotVerified', broken: 'Broken' } as const;
/** Verdicts that are counted; what does not apply says nothing. */
const countedVerdicts = { pass: 'Pass', warn: 'Warn', fail: 'Fail', unknown: 'Unknown' } as const satisfies Record<
  string,
  Verdict
>;
/** What the controller works at. */
export type Reconciled = 'profile' | 'report' | 'nodeCondition' | 'policyReport' | 'peerList';

/**
 * The metrics of a controller. None has a label for a node: thousands of them would cost Prometheus more than they tell,
 * and the ClusterReport names nodes. Those of the cluster are there while the controller leads.
 */
export class ControllerMetrics {
  private readonly registry = new Registry();
  private readonly nodes = this.gauge('nodes', 'Nodes by verdict.', ['verdict']);
  private readonly connectivity = this.gauge('connectivity', 'Nodes by connectivity.', ['state']);
  private readonly findings = this.gauge('findings', 'Nodes by verdict on a requirement.', ['requirement', 'verdict']);
  private readonly waived = this.gauge('findings_waived', 'Nodes on which a waiver covers a requirement.', [
    'requirement',
  ]);
  private readonly flows = this.gauge('failing_flow_pairs', 'Pairs of nodes between which a flow fails.', ['flow']);
  private readonly causes = this.gauge('causes', 'Causes that keep nodes from being ready, or may do so.', []);
  private readonly oldest = this.gauge('oldest_report_age_seconds', 'Age of the oldest report that still counts.', []);
  private readonly leader = this.gauge('controller_leader', 'Whether this controller leads.', []);
  private readonly succeeded = this.gauge(
    'controller_last_success_timestamp_seconds',
    'When the controller last brought something up to date, or saw that it is.',
    ['what'],
  );
  private readonly conditions = new ConditionGauges(this.registry);
  private readonly reconciled = new Counter({
    name: 'calico_readiness_controller_reconciles_total',
    help: 'How often the controller looked whether something is up to date, by how that ended.',
    labelNames: ['what', 'outcome'],
    registers: [this.registry],
  });

  constructor() {
    const labels = { version: agentVersion, catalogue: catalogueVersion };
    this.gauge('build_info', 'Versions of the controller.', Object.keys(labels)).set(labels, 1);
    this.leads(false);
  }

  /** Whether it leads from now on. */
  leads(isLeader: boolean): void {
    this.leader.set(isLeader ? 1 : 0);
    if (isLeader) return;
    for (const gauge of [this.nodes, this.connectivity, this.findings, this.waived, this.flows]) gauge.reset();
    // One without labels would be 0 when it is reset, which is a number of causes, and a condition that does not hold.
    this.causes.remove();
    this.oldest.remove();
    this.conditions.take([]);
  }

  /** Takes over what all nodes come to. `now` is in milliseconds since 1970. */
  takeFleet(fleet: FleetSummary, now: number): void {
    for (const [state, verdict] of Object.entries(nodeStates))
      this.nodes.set({ verdict }, fleet.nodes[state as keyof typeof nodeStates] ?? 0);
    for (const [name, state] of Object.entries(connectivityStates))
      this.connectivity.set({ state }, fleet.connectivity[name as keyof typeof connectivityStates]);
    for (const { requirement, waived = 0, ...counts } of fleet.requirements) {
      this.waived.set({ requirement }, waived);
      for (const [name, verdict] of Object.entries(countedVerdicts))
        this.findings.set({ requirement, verdict }, counts[name as keyof typeof countedVerdicts]);
    }
    this.causes.set(fleet.causesTotal - fleet.causesWaived);
    if (fleet.oldestObservedAt === undefined) this.oldest.remove();
    else this.oldest.set(Math.max(0, (now - fleet.oldestObservedAt) / 1000));
  }

  /** Takes over how many pairs fail of each tested flow. */
  takeFlows(failingPairs: ReadonlyMap<FlowKey, number>): void {
    this.flows.reset();
    for (const [flow, pairs] of failingPairs) this.flows.set({ flow }, pairs);
  }

  /** Takes over what the policy's conditions say. */
  takePolicy({ conditions }: ReadinessPolicyStatus): void {
    this.conditions.take(conditions);
  }

  /** Something was looked at, and is up to date or could not be brought there. */
  ended(what: Reconciled, outcome: 'success' | 'failure'): void {
    this.reconciled.inc({ what, outcome });
    if (outcome === 'success') this.succeeded.setToCurrentTime({ what });
  }

  /** In the format that Prometheus reads, with its content type. */
  async text(): Promise<{ readonly contentType: string; readonly body: string }> {
    return { contentType: this.registry.contentType, body: await this.registry.metrics() };
  }

  private gauge(name: string, help: string, labelNames: readonly string[]): Gauge {
    return new Gauge({
      name: `calico_readiness_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
    });
  }
}
