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

/** What there is of a list, for somebody who is told whenever that changes. */
export class ToldState<Item> {
  private state: ListState<Item> = nothingListed;

  constructor(private tell: (state: ListState<Item>) => void) {}

  get latest(): ListState<Item> {
    return this.state;
  }

  change(changes: Partial<ListState<Item>>): void {
    this.state = { ...this.state, ...changes };
    this.tell(this.state);
  }

  /** Tells somebody else from now on, at first what there is. */
  tellTo(tell: (state: ListState<Item>) => void): void {
    this.tell = tell;
    tell(this.state);
  }
}
