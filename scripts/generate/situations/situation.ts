import type { ProfileValues, RequirementId, Verdict } from '@calico-readiness/requirements';

/** What is easily got wrong about it: all seems well, a sound host raises an alarm, or nothing is said though the evidence is there. */
export type SituationKind = 'false pass' | 'false alarm' | 'silence';

interface AnySituation {
  readonly kind: SituationKind;
  /** What an administrator had, in one sentence. */
  readonly text: string;
  readonly requirement: RequirementId;
}

/** What shows a situation, and with it our answer. */
export type Shown =
  /** A directory of agent/fixtures/variants or agent/fixtures/hosts; the answer is computed. */
  | { readonly tree: string; readonly profile?: Partial<ProfileValues> }
  /** What stands under `when` in a case of requirements/test/cases. */
  | { readonly when: string }
  /** A test for what neither shows: its file from the project's root, and words that stand in it. */
  | { readonly test: string; readonly words: string; readonly verdict: Verdict };

export type Situation = AnySituation & Shown;

/** One row of a table of situations. */
export const situation = (kind: SituationKind, text: string, requirement: RequirementId, shown: Shown): Situation => ({
  kind,
  text,
  requirement,
  ...shown,
});
