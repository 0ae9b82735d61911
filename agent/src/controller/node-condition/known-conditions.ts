import type { Labels } from '@calico-readiness/requirements';
import type { KnownNode } from '../report/known-node';
import type { FollowedObjects } from '../report/follow-collection';
import { PolicyWaivers } from '../report/policy-waivers';
import type { ReportSummary } from '../report/report-summary';
import type { JudgedCondition } from './judged-condition';
import { judgedCondition, urgency } from './judged-condition';
import type { HeldCondition, HeldNode } from './node-condition-api';

/** Nodes and their reports as they are followed. */
interface Followed {
  readonly nodes: Pick<FollowedObjects<KnownNode>, 'byName'>;
  readonly reports: Pick<FollowedObjects<ReportSummary>, 'byName'>;
}

const noLabels: Labels = {};

/** What Nodes say of our condition, beside what they are to say. `now` is in milliseconds since 1970. */
export class KnownConditions {
  /** By name: as the API had them when all were read, with what was written since. */
  held = new Map<string, HeldNode>();
  /** Whether the policy was read, whose waivers decide with the reports. */
  isPolicyKnown = false;
  private waivers = new PolicyWaivers();

  constructor(private readonly followed: Followed) {}

  /** `spec.waivers` of the policy, untrusted. Returns whether Nodes may have to say something else. */
  takeWaivers(written: unknown): boolean {
    const { waivers, isPolicyKnown } = this;
    this.waivers = waivers.as(written);
    this.isPolicyKnown = true;
    return !isPolicyKnown || this.waivers !== waivers;
  }

  /** Names of the Nodes that are to say something else, the most urgent first. */
  changedNodes(now: number): string[] {
    const changes = [...this.followed.nodes.byName.keys()].flatMap((name) => {
      const judged = this.news(name, now);
      return judged === undefined ? [] : [{ name, urgency: urgency(judged) }];
    });
    return changes.sort((one, other) => one.urgency - other.urgency).map(({ name }) => name);
  }

  /** What a Node is to say now; undefined where it says so already, or is gone. */
  news(name: string, now: number): JudgedCondition | undefined {
    const { nodes, reports } = this.followed;
    const node = nodes.byName.get(name);
    if (node?.uid === undefined) return undefined;
    const waivers = this.waivers.activeAt(now).ofNode(node.labels ?? noLabels);
    const judged = judgedCondition(node, reports.byName.get(name), waivers, now);
    return isSame(this.conditionOf(name, node.uid), judged) ? undefined : judged;
  }

  /** Our condition as the Node of that uid has it: one that took its name has none yet. */
  conditionOf(name: string, uid: string): HeldCondition | undefined {
    const held = this.held.get(name);
    return held?.uid === uid ? held.condition : undefined;
  }
}

const isSame = (held: HeldCondition | undefined, { status, reason, message }: JudgedCondition): boolean =>
  held?.status === status && held.reason === reason && held.message === message;
