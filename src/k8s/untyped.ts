/** Reading JSON that somebody else wrote: each reader gives the value if it has the expected shape, else undefined. */
export type Untyped = Readonly<Record<string, unknown>>;

const nothing: Untyped = {};

export const asRecord = (value: unknown): Untyped =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Untyped) : nothing;

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** For a text that may be empty, and says something then. */
export const asAnyText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const asBoolean = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** For a property of which null says that it is not known. */
export const asBooleanOrNull = (value: unknown): boolean | null | undefined =>
  value === null ? null : asBoolean(value);

export const asTexts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((item): item is string => typeof item === 'string') ? value : undefined;

export const asNumberBetween = (least: number, most: number, value: unknown): number | undefined =>
  typeof value === 'number' && value >= least && value <= most ? value : undefined;

export const asOneOf = <T extends string>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === value);

/** Milliseconds since 1970 from a date-time of the Kubernetes API (RFC 3339). */
export function asTime(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isFinite(time) ? time : undefined;
}

/** A copy without the fields that are undefined. */
export const withoutGaps = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
