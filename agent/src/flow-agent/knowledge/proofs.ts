import type { AnswersOfNode, FlowAnswers, FlowKey, Standing, Suspect, Suspects } from '@calico-readiness/requirements';
import { answersOver, isFailing, recentAtOf, standingOver, suspectKey, wasThere } from '@calico-readiness/requirements';

/** Peers of a flow whose reports are asked for; one of them is enough for a verdict. */
const mostAsked = 3;
/** A peer that was not proven so many times makes room for another one. */
const patience = 4;

/** What a peer's own report says of it. */
export interface PeerStanding extends Standing {
  readonly answers: AnswersOfNode;
}

interface Asked {
  /** After which blocked visit it was asked for last. */
  readonly after: number;
  readonly times: number;
}

/**
 * The three blocked visits before the last one. A peer whose agent had just begun at the first strike is proven by later
 * ones, and its report is read right after the last visit: it cannot be of a time after that.
 */
const before = ({ recent }: Suspect): { readonly recentAt: number; readonly lastAt: number } | undefined => {
  const [recentAt, lastAt] = [recent.at(-4), recent.at(-2)];
  return recentAt === undefined || lastAt === undefined ? undefined : { recentAt, lastAt };
};

/** A peer that fails once more has to be proven again. */
const identity = (suspect: Suspect): string =>
  `${suspectKey(suspect.target, suspect.flow)} ${String(suspect.failedAt)}`;

/**
 * Of which failing peers it is proven that they were there: their own reports say that their agents began before the first
 * strike, and reported after the third. Over a flow that answers nobody by itself they have to say that they answer. Asked once after each visit that was blocked, of three peers of a flow.
 */
export class Proofs {
  private readonly asked = new Map<string, Asked>();
  private readonly proven = new Set<string>();

  isProven(suspect: Suspect): boolean {
    return this.proven.has(identity(suspect));
  }

  /** Whose reports to read now, by their keys. Flows ask for the same peers where they can. */
  due(suspects: Suspects): readonly number[] {
    const byFlow = new Map<FlowKey, Suspect[]>();
    for (const suspect of suspects.values())
      if (isFailing(suspect)) byFlow.set(suspect.flow, [...(byFlow.get(suspect.flow) ?? []), suspect]);
    const due = [...byFlow.values()].flatMap((failing) => {
      const left = mostAsked - failing.filter((suspect) => this.isProven(suspect)).length;
      const open = failing.filter((suspect) => !this.isProven(suspect));
      open.sort((one, other) => this.roundOf(one) - this.roundOf(other) || one.target - other.target);
      return open.slice(0, Math.max(0, left)).filter((suspect) => this.askedOf(suspect)?.after !== suspect.lastAt);
    });
    return [...new Set(due.map(({ target }) => target))];
  }

  /** What a peer's report says; undefined where there is none, or it could not be read. Counts for each flow that fails to it. */
  take(
    suspects: Suspects,
    target: number,
    standing: PeerStanding | undefined,
    ownAnswers: (flow: FlowKey) => FlowAnswers | undefined,
  ): void {
    for (const suspect of suspects.values()) {
      const { failedAt, firstAt, lastAt } = suspect;
      if (suspect.target !== target || failedAt === undefined) continue;
      const failing = { target, firstAt, failedAt, recentAt: recentAtOf(suspect), lastAt };
      const { flow } = suspect;
      const answers = standing && answersOver(flow, standing.answers);
      const there = standingOver(flow, standing, ownAnswers(flow), answers);
      if (there !== undefined && [failing, { ...failing, ...before(suspect) }].some((each) => wasThere(each, there)))
        this.proven.add(identity(suspect));
      this.asked.set(identity(suspect), { after: lastAt, times: (this.askedOf(suspect)?.times ?? 0) + 1 });
    }
  }

  /** Forgets what does not fail any more. */
  keep(suspects: Suspects): void {
    const kept = new Set([...suspects.values()].map(identity));
    for (const key of this.asked.keys()) if (!kept.has(key)) this.asked.delete(key);
    for (const key of this.proven) if (!kept.has(key)) this.proven.delete(key);
  }

  private askedOf(suspect: Suspect): Asked | undefined {
    return this.asked.get(identity(suspect));
  }

  private roundOf(suspect: Suspect): number {
    return Math.floor((this.askedOf(suspect)?.times ?? 0) / patience);
  }
}
