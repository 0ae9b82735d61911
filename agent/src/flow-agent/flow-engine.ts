import type { FlowTests, Visit } from '@calico-readiness/requirements';
import { askedTurn, externalPeersOf } from '@calico-readiness/requirements';
import { errorText } from '../foundation/agent-log';
import { ClockWatch } from './clock';
import type { FlowEngineParts } from './flow-engine-parts';
import { FlowKnowledge } from './knowledge/flow-knowledge';
import { flowTestsOf } from './knowledge/flow-tests-of';
import { provePeers } from './knowledge/prove-peers';
import { untestedFlows } from './knowledge/untested-flows';
import type { Situation } from './situation';
import { situationOf } from './situation';
import { makeVisit } from './visits/make-visit';

/** Milliseconds between two steps. */
export const stepInterval = 15_000;
/** Milliseconds after which a step begins no further visit: the plan brings the peer again. */
const longestVisits = 100_000;

/**
 * Tests the flows from this node to its peers, by the plan that all nodes share: one visit after the other, so that few
 * sockets are open and a doubtful answer is asked for in quiet. It is told when to go on, and has no timer of its own.
 */
export class FlowEngine {
  private readonly knowledge: FlowKnowledge;
  private readonly clockWatch: ClockWatch;
  private situation: Situation | undefined;
  /** Ends the visits under way. */
  private visiting: AbortController | undefined;

  constructor(private readonly parts: FlowEngineParts) {
    this.knowledge = new FlowKnowledge(parts.clock);
    this.clockWatch = new ClockWatch(parts.clock);
  }

  /** Goes on with the plan. Ends within a few minutes, and never rejects. */
  async step(): Promise<void> {
    const { list, key, asked, settings, log } = this.parts;
    const doubt = this.clockWatch.look();
    if (doubt !== undefined) this.knowledge.forgive(doubt);
    if (!settings().enabled) this.end();
    else
      try {
        await Promise.all([list.refresh(), key?.refresh()]);
        await this.situate();
        if (this.situation === undefined) asked.refuse('no-list');
        else await this.work(this.situation);
      } catch (error) {
        log.error({ error: errorText(error) }, 'Cannot test flows');
      }
    this.clockWatch.expect(stepInterval);
  }

  /** What the policy forbids ends at once, and is forgotten. To be called when settings change. */
  settingsChanged(): void {
    if (!this.parts.settings().enabled) this.end();
  }

  /** Has failing peers visited again by the next step, as whoever repaired something asks. */
  retest(): void {
    this.knowledge.retest();
    this.parts.external.lookAgain();
  }

  /** Ends what is under way. */
  end(): void {
    this.visiting?.abort();
    this.parts.asked.refuse('switched-off');
    this.situation = undefined;
    this.parts.answering.settle(undefined);
    this.knowledge.forget();
  }

  /** What is known now. */
  get tests(): FlowTests {
    const { settings, list, clock } = this.parts;
    const { profile, enabled } = settings();
    const others = Math.max(0, (list.ring?.peers.length ?? 0) - 1);
    if (!enabled) return untestedFlows(profile, 'switched-off', others, clock.wall());
    const { situation } = this;
    if (situation === undefined) return untestedFlows(profile, 'no-list', others, clock.wall());
    // Until the next step has looked at another profile, what is known is that of the one before.
    return flowTestsOf(this.knowledge, situation, this.parts);
  }

  private async situate(): Promise<void> {
    const { list, nodeName, settings } = this.parts;
    const known = this.situation;
    const situation = await situationOf(nodeName, list, settings(), known);
    // The policy may have ended everything meanwhile.
    this.situation = settings().enabled ? situation : undefined;
    this.parts.answering.settle(this.situation);
    if (situation !== undefined && situation !== known) this.knowledge.settle(situation.needs);
  }

  private async work(situation: Situation): Promise<void> {
    const { asked, clock, external } = this.parts;
    const { self, network, settings } = situation;
    await external.look(externalPeersOf(network.bgp, self), settings.profile.ports.bgp);
    const { signal } = (this.visiting = new AbortController());
    const begin = clock.steady();
    const passed = (): number => (signal.aborted ? Infinity : clock.steady() - begin);
    const planned = [...this.knowledge.next(situation.needs, situation.self.key)];
    for (;;) {
      // Whoever asks waits for no plan: such visits come first, in the first half of the time.
      const visit = (passed() < askedTurn ? asked.next(situation) : undefined) ?? planned.shift();
      if (visit === undefined || passed() > longestVisits) break;
      await this.visit(situation, visit, signal);
    }
    if (!signal.aborted) await provePeers(this.knowledge, situation.ring, this.parts, signal);
  }

  private async visit(situation: Situation, visit: Visit, signal: AbortSignal): Promise<void> {
    const seen = await makeVisit(this.parts, situation, visit, signal);
    if (seen === undefined) return;
    this.knowledge.take(visit, seen);
    if (visit.asked === true) this.parts.asked.take(seen);
  }
}
