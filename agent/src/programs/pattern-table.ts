import { hasWildcard, shellPattern } from './shell-pattern';

interface Row<Value> {
  readonly order: number;
  readonly value: Value;
}

/**
 * Values by shell pattern, in the order in which they were added. A pattern that matches nothing but itself is looked up, so that only
 * the others take a step each for a name.
 */
export class PatternTable<Value> {
  readonly #literal = new Map<string, Row<Value>[]>();
  readonly #others: (Row<Value> & { readonly matches: (name: string) => boolean })[] = [];
  #size = 0;

  /** Adds a value behind all others. */
  add(pattern: string, value: Value): void {
    const row = { order: this.#size, value };
    this.#size += 1;
    if (hasWildcard(pattern)) {
      this.#others.push({ ...row, matches: shellPattern(pattern) });
      return;
    }
    const rows = this.#literal.get(pattern) ?? [];
    rows.push(row);
    this.#literal.set(pattern, rows);
  }

  /** The values of all patterns that match a name; those without wildcards first. */
  all(name: string): readonly Value[] {
    return this.#rows(name).map(({ value }) => value);
  }

  /** The value that was added first; undefined where no pattern matches. */
  first(name: string): Value | undefined {
    let found: Row<Value> | undefined;
    for (const row of this.#rows(name)) if (found === undefined || row.order < found.order) found = row;
    return found?.value;
  }

  /** Whether a pattern matches. */
  has(name: string): boolean {
    return this.#literal.has(name) || this.#others.some(({ matches }) => matches(name));
  }

  #rows(name: string): readonly Row<Value>[] {
    const literal = this.#literal.get(name) ?? [];
    return [...literal, ...this.#others.filter(({ matches }) => matches(name))];
  }
}
