export const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** A report may give any number; a time outside of the calendar is not shown. */
export const isTime = (seconds: number): boolean => Math.abs(seconds) < 8.64e12;
