import { errorText } from '../../foundation/agent-log';
import { Alarm } from '../../publish/alarm';
import { heartbeatDelay } from '../../publish/delays';
import type { AttemptParts } from '../attempts';
import { Attempts } from '../attempts';
import type { KnownNode } from '../report/known-node';
import type { FollowedObjects } from '../report/follow-collection';
import type { ReportSummary } from '../report/report-summary';
import { KnownConditions } from './known-conditions';
import type { HeldCondition, NodeConditionApi } from './node-condition-api';
import { isOfOneNode, wholeSeconds } from './node-condition-api';

/** Milliseconds between two writings: every program that watches Nodes gets each of them, so 5,000 nodes take 20 minutes. */
const gap = 250;
/** Milliseconds between two looks at all nodes. */
const shortestLook = 5_000;
/** At the latest all nodes are looked at after so long, since reports become stale without a word, milliseconds. */
const longestLook = 30_000;
/** Seconds after which all Nodes are read again, ± 10 %: somebody else may have taken our condition away. */
const readAgain = 3_600;
/** So long the first writing waits for the policy, whose waivers decide with the reports, milliseconds. */
const awaitPolicy = 60_000;

/** What keeping the conditions takes. */
export interface NodeConditionsParts extends AttemptParts {
  readonly api: NodeConditionApi;
  readonly nodes: FollowedObjects<KnownNode>;
  readonly reports: FollowedObjects<ReportSummary>;
  /** Runs the work, and notices when it never comes back. */
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>;
  /** Milliseconds between two writings; for tests. */
  readonly gap?: number;
}

/**
 * Keeps the condition `CalicoReady` of every Node as its report has it with the waivers of the policy: one writing at a time, and only of what changed.
 * Its times are of the monotonic clock, milliseconds.
 */
export class NodeConditions {
  private readonly alarm = new Alarm();
  private readonly attempts: Attempts;
  private readonly known: KnownConditions;
  private readAt = 0;
  /** Names of Nodes that may have to be written, the most urgent first. */
  private queue: string[] = [];
  private lookAt = 0;
  private readonly beganAt = performance.now();

  constructor(private readonly parts: NodeConditionsParts) {
    this.known = new KnownConditions(parts);
    this.attempts = new Attempts(parts, 'Cannot write the condition CalicoReady of a Node; trying again');
  }

  /** A node or a report may say something else now. */
  changed(): void {
    this.alarm.ring();
  }

  /** The `spec.waivers` of the policy, untrusted. */
  takeWaivers(written: unknown): void {
    if (this.known.takeWaivers(written)) this.alarm.ring();
  }

  /** Resolves when the signal aborts. Never rejects for what the API does. */
  async run(): Promise<void> {
    const { signal, during } = this.parts;
    while (!signal.aborted) {
      const wait = await during('Writing a condition of a Node', () => this.attempts.make(() => this.keep()));
      await new Alarm().sleep(wait, signal);
      if (this.queue.length === 0 && wait >= shortestLook) await this.alarm.sleep(longestLook - shortestLook, signal);
    }
  }

  /** Writes one Node at most. Resolves to the milliseconds until the next. */
  private async keep(): Promise<number> {
    const { api, nodes, reports, random } = this.parts;
    if (!nodes.isComplete || !reports.isComplete) return shortestLook;
    // What is waived must not be told as not met for the time in which nobody has read the policy.
    if (!this.known.isPolicyKnown && performance.now() < this.beganAt + awaitPolicy) return shortestLook;
    if (performance.now() >= this.readAt) {
      this.known.held = await api.list();
      this.readAt = performance.now() + heartbeatDelay(readAgain, random);
    }
    // A node that is not ready any more must not wait for thousands of others.
    if (this.queue.length === 0 || performance.now() >= this.lookAt) {
      this.queue = this.known.changedNodes(Date.now());
      this.lookAt = performance.now() + longestLook;
    }
    for (let name = this.queue[0]; name !== undefined; name = this.queue[0]) {
      const isWritten = await this.write(name);
      this.queue.shift();
      if (isWritten) return this.parts.gap ?? gap;
    }
    return shortestLook;
  }

  /** Resolves to whether the API was asked. What is wrong with one Node does not keep others from being written. */
  private async write(name: string): Promise<boolean> {
    const { api, nodes, log } = this.parts;
    const judged = this.known.news(name, Date.now());
    const uid = nodes.byName.get(name)?.uid;
    if (judged === undefined || uid === undefined) return false;
    const now = wholeSeconds(new Date());
    const before = this.known.conditionOf(name, uid);
    const lastTransitionTime = before?.status === judged.status ? before.lastTransitionTime : now;
    const condition: HeldCondition = { ...judged, lastTransitionTime };
    try {
      await api.write(name, uid, condition, now);
    } catch (error) {
      if (!isOfOneNode(error)) throw error;
      // It is gone, or another Node of that name, which the watch will tell; or something refuses this one.
      log.info({ node: name, error: errorText(error) }, 'Cannot write the condition CalicoReady of this Node');
    }
    this.known.held.set(name, { uid, condition });
    return true;
  }
}
