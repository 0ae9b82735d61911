/** How many observations should have ended between two that did, which is at most half an interval late for each; both in milliseconds. */
export const missedWithin = (gap: number, interval: number): number => Math.max(0, Math.round(gap / interval) - 1);
