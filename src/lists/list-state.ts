/** What is there of a list. */
export interface ListState<Item> {
  /** What has arrived so far. */
  readonly items: readonly Item[];
  /** The latest items that were all there; undefined until they are for the first time. */
  readonly complete: readonly Item[] | undefined;
  /** How many there should be; undefined until the API has said so. */
  readonly expected: number | undefined;
  readonly error: unknown;
}

export const nothingListed = { items: [], complete: undefined, expected: undefined, error: undefined } as const;
