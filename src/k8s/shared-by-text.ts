/** Different values that are kept of one reader. A fleet has a few dozen; one that has more loses speed, nothing else. */
const mostKept = 512;
/** Characters of JSON beyond which a value is read every time, so that nobody fills the memory with them. */
const longestText = 20_000;

/**
 * A reader that gives the same object for the same JSON. Nodes of one kind report the same facts: they are read once,
 * are there once, and what is concluded from them can be remembered by their identity. `read` must depend on its value alone.
 */
export function sharedByText<Input, Value>(read: (value: Input) => Value): (value: Input) => Value {
  const kept = new Map<string, Value>();
  return (value) => {
    const text = typeof value === 'object' && value !== null ? textOf(value) : undefined;
    if (text === undefined || text.length > longestText) return read(value);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const fresh = read(value);
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, fresh);
    return fresh;
  };
}

function textOf(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined; // came from no JSON
  }
}
