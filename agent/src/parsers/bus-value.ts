/**
 * Values as the D-Bus client gives them: an array is a list, a dictionary a list of pairs, a variant a pair of
 * its type and a list with its value (D-Bus specification, "Type System"). Another program wrote them, so each
 * reader gives undefined for what has not its shape.
 */

/** The value inside a variant. */
export function variantValue(value: unknown): unknown {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const content: unknown = value[1];
  return Array.isArray(content) && content.length === 1 ? content[0] : undefined;
}

/** A dictionary by its keys, which are texts; a key that comes twice has its last value. */
export function busDictionary(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = new Map<string, unknown>();
  for (const pair of value as readonly unknown[]) {
    if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[0] !== 'string') return undefined;
    entries.set(pair[0], pair[1]);
  }
  return entries;
}
