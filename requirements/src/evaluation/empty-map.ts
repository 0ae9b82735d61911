/** A map for names that a report brings along: without a prototype `__proto__` is a name like any other. */
export const emptyMap = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;
