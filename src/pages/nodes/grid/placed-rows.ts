/** So many rows are all in the table; of more, those of the blocks in sight and of a block before and after. */
const fewRows = 400;
const block = 100;

/** Rows from the first to the last, by their positions. */
interface Span {
  readonly startIndex: number;
  readonly endIndex: number;
}

/**
 * The rows that are in the table, drawn or not, from top to bottom. Of very many, they are others only once for each
 * block that is scrolled. `kept` are in the table wherever the view is.
 */
export function placedRows(count: number, inSight: Span | null, kept: readonly number[]): number[] {
  if (count <= fewRows) return range(0, count);
  const { startIndex, endIndex } = inSight ?? { startIndex: 0, endIndex: 0 };
  const from = Math.max(0, (Math.floor(startIndex / block) - 1) * block);
  const to = Math.min(count, (Math.floor(endIndex / block) + 2) * block);
  const others = [...new Set(kept)].filter((index) => index >= 0 && index < count && (index < from || index >= to));
  return [...range(from, to), ...others].sort((one, other) => one - other);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
