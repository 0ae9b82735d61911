import type { HostFiles } from '../host-files';
import type { RecordedQuestion } from './recorded-question';
import { askAgain, hasContent, isSameStamp, trustedStamp } from './recorded-question';

/** What was concluded from a host's files, and all that was asked of them for it. */
export interface Conclusion {
  readonly given: readonly unknown[];
  readonly questions: readonly RecordedQuestion[];
  readonly value: unknown;
}

/**
 * What one observation concluded, for the next one, which looks anew only where an answer has changed. Holds what the last
 * observation concluded, and nothing else.
 */
export class HostMemory {
  private conclusions: ReadonlyMap<string, Conclusion> = new Map();
  private changes = 0;

  /** Another number once an observation has concluded something else than the one before, or has looked anew. */
  get version(): number {
    return this.changes;
  }

  /** What the observation before concluded about `what`; undefined where it did not. */
  recall(what: string): Conclusion | undefined {
    return this.conclusions.get(what);
  }

  /** Takes the place of what was concluded before. */
  keep(conclusions: ReadonlyMap<string, Conclusion>): void {
    const isSame =
      conclusions.size === this.conclusions.size &&
      [...conclusions].every(([what, { value }]) => Object.is(this.conclusions.get(what)?.value, value));
    if (!isSame) this.changes += 1;
    this.conclusions = conclusions;
  }
}

/**
 * The conclusion as it stands now: undefined when one of its answers is another one. What had no stamp to stand for it may
 * have one now. `at` is when the observation began, in milliseconds since 1970.
 */
export async function stillTrue(
  files: HostFiles,
  { given, questions, value }: Conclusion,
  at: number,
): Promise<Conclusion | undefined> {
  const now: RecordedQuestion[] = [];
  for (const recorded of questions) {
    const { question, seen } = recorded;
    const stamp = hasContent(question) ? await trustedStamp(files, question.path, at) : undefined;
    if (typeof seen === 'string') {
      if ((await askAgain(files, question)) !== seen) return undefined;
      const stands = stamp !== undefined && !seen.startsWith('unavailable');
      now.push(stands ? { question, seen: stamp } : recorded);
    } else {
      if (stamp === undefined || !isSameStamp(seen, stamp)) return undefined;
      now.push(recorded);
    }
  }
  return { given, questions: now, value };
}
