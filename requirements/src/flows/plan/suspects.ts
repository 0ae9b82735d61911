import type { FlowKey } from '../../model/traffic/flow';
import { firstRetest, strikesToFail } from './plan-limits';

/** What one flow of a visit came to; `not-tested` where the responder refused, or this node could not send. */
export type Outcome = 'open' | 'blocked' | 'not-tested';

/** A flow to a peer that was blocked when it was last tested. Times in milliseconds since 1970. */
export interface Suspect {
  /** The peer, by its key. */
  readonly target: number;
  readonly flow: FlowKey;
  /** Three, and the flow fails. */
  readonly strikes: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** When it had its third strike; undefined before. */
  readonly failedAt: number | undefined;
  /** The last visits that were blocked, at most four, in order. */
  readonly recent: readonly number[];
  /** When it is visited again. */
  readonly nextAt: number;
  /** Milliseconds until the visit after that one, once it fails. */
  readonly wait: number;
}

/** Suspects by `suspectKey`. */
export type Suspects = ReadonlyMap<string, Suspect>;

export const suspectKey = (target: number, flow: FlowKey): string => `${String(target)} ${flow}`;

/** When the first of the last three visits was that were blocked. */
export const recentAtOf = ({ recent, firstAt }: Suspect): number => recent.at(-strikesToFail) ?? recent[0] ?? firstAt;

export const isFailing = ({ strikes }: Suspect): boolean => strikes >= strikesToFail;

/** Failing peers are visited again at once, and as often as at first: somebody says that the fault is repaired. */
export const dueAgain = (suspects: Suspects, now: number): Suspects =>
  new Map(
    [...suspects].map(([key, suspect]) => [
      key,
      isFailing(suspect) ? { ...suspect, nextAt: Math.min(suspect.nextAt, now), wait: firstRetest } : suspect,
    ]),
  );

/** How many peers of a flow have had their three strikes. */
export function failingOf(suspects: Suspects, flow: FlowKey): number {
  let failing = 0;
  for (const suspect of suspects.values()) if (suspect.flow === flow && isFailing(suspect)) failing += 1;
  return failing;
}
