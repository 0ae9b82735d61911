/** Whether two values are the same as JSON; the API gives fields in an order of its own. Fields of `ignored` names do not count. */
export const isSameJson = (one: unknown, other: unknown, ignored: readonly string[] = []): boolean =>
  canonical(one, ignored) === canonical(other, ignored);

const canonical = (value: unknown, ignored: readonly string[]): string =>
  JSON.stringify(value, (name, item: unknown) => {
    if (ignored.includes(name)) return undefined;
    return typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item;
  });
