/** Whether a value of a JSON or YAML document is an object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value of a JSON or YAML document is a list. */
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The value where it is a text. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
