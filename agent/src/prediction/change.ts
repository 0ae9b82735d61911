import type { LaidChange, RefusedChange } from '../host/overlay/laid-change';
import type { Unrepresented } from '../parsers/machine-config/machine-config-change';

/** A change to a host, as far as files show it, and by name what they do not show. */
export interface Change {
  readonly steps: readonly LaidChange[];
  readonly refused: readonly RefusedChange[];
  readonly unrepresented: readonly Unrepresented[];
}

/** Something of a change that the prediction leaves out, for a person. */
export interface LeftOut {
  /** What: `kernel argument nosmt`, a path, a unit. */
  readonly what: string;
  /** Why, or what follows. */
  readonly why: string;
}

/** One after the other: later ones over earlier ones. */
export const together = (changes: readonly Change[]): Change => ({
  steps: changes.flatMap(({ steps }) => steps),
  refused: changes.flatMap(({ refused }) => refused),
  unrepresented: changes.flatMap(({ unrepresented }) => unrepresented),
});
