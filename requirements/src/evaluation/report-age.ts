import { staleAfterSeconds } from '../model/report/node-report';

/** How old a report is. Of unknown age is one that does not say, or that says a time which has not come yet. */
export type ReportAge =
  { readonly freshness: 'current' | 'stale'; readonly seconds: number } | { readonly freshness: 'unknown' };

/** How far the clocks of a node and of the reader may differ before a time in the future is no longer believed, seconds. */
const toleratedClockDifference = 300;

/** `observedAt` and `now` are in milliseconds since 1970. */
export function ageOfReport(observedAt: number | undefined, reportIntervalSeconds: number, now: number): ReportAge {
  if (observedAt === undefined) return { freshness: 'unknown' };
  const seconds = Math.round((now - observedAt) / 1000);
  if (seconds < -toleratedClockDifference) return { freshness: 'unknown' };
  const freshness = seconds > staleAfterSeconds(reportIntervalSeconds) ? 'stale' : 'current';
  return { freshness, seconds: Math.max(0, seconds) };
}
