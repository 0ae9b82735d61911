/** Two nodes side by side; an empty name is one that is still to be chosen. */
export interface ComparedNames {
  readonly one: string;
  readonly other: string;
}

/** Reads `a,b`; no node's name has a comma. */
export function readCompare(text: string | null): ComparedNames | null {
  if (text === null) return null;
  const [one = '', other = ''] = text.split(',').map((name) => name.trim());
  return { one, other };
}

export const writeCompare = ({ one, other }: ComparedNames): string => `${one},${other}`;
