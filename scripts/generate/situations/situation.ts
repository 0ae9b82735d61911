import type { ProfileValues, RequirementId, Verdict } from '@calico-readiness/requirements';

/** What a checker gets wrong about it: says that all is well, alarms about a sound host, or cannot say though the evidence is there. */
export type SituationKind = 'false pass' | 'false alarm' | 'silence';

interface AnySituation {
  readonly kind: SituationKind;
  /** What an administrator had, in one sentence. */
  readonly text: string;
  readonly requirement: RequirementId;
}

/** One that a tree below agent/fixtures shows; the answer is computed. */
export interface ShownByTree extends AnySituation {
  /** A directory of agent/fixtures/variants or agent/fixtures/hosts. */
  readonly tree: string;
  /** What was asked for; without it, the defaults. */
  readonly profile?: Partial<ProfileValues>;
}

/** One that takes more than files, a running bus or another node: a test shows it. */
export interface ShownByTest extends AnySituation {
  readonly verdict: Verdict;
  /** The file of the test, from the project's root, and words that stand in it. */
  readonly test: string;
  readonly words: string;
}

export type Situation = ShownByTree | ShownByTest;
