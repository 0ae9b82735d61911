/** True, false, or null for what can't be known. */
export type Answer = boolean | null;

/** Kleene's conjunction: false as soon as one is false, unknown as long as one is unknown. */
export const allOf = (answers: readonly Answer[]): Answer =>
  answers.includes(false) ? false : answers.includes(null) ? null : true;

/** Kleene's disjunction. */
export const anyOf = (answers: readonly Answer[]): Answer =>
  answers.includes(true) ? true : answers.includes(null) ? null : false;

/** Kleene's negation. */
export const not = (answer: Answer): Answer => (answer === null ? null : !answer);

/** What all of the answers are; null where they differ, or where there is none. */
export function agreed(answers: readonly Answer[]): Answer {
  const [first = null, ...others] = answers;
  return others.every((answer) => answer === first) ? first : null;
}
