/** A map of JSON; only its own keys count. */
export type JsonMap = Readonly<Record<string, unknown>>;

/** Whether a JSON value is a map. */
export const isMap = (value: unknown): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a map's own key; `null` counts as not set, as Kubernetes has it. */
export const ownValue = (map: JsonMap, key: string): unknown =>
  Object.hasOwn(map, key) ? (map[key] ?? undefined) : undefined;

/** Reads a value of the wanted type, or says with `undefined` that it is none. Never throws. */
export type Parse<T> = (value: unknown) => T | undefined;

/** One of these words, exactly. */
export const oneOf =
  <T extends string>(words: readonly T[]): Parse<T> =>
  (value) =>
    words.find((word) => word === value);

export const asBoolean: Parse<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const asText: Parse<string> = (value) => (typeof value === 'string' ? value : undefined);

export const asList: Parse<readonly unknown[]> = (value) => (Array.isArray(value) ? value : undefined);

/** A whole number from 1 to 65535. */
export const asPort: Parse<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65_535 ? value : undefined;
