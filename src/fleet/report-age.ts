import { staleAfterSeconds } from '@calico-readiness/requirements';
import type { ReadReport } from '../k8s/read-node-report';

/** How old a report is. Of unknown age is one that does not say, or that says a time which has not come yet. */
export type ReportAge =
  { readonly freshness: 'current' | 'stale'; readonly seconds: number } | { readonly freshness: 'unknown' };

/** How far the clocks of a node and of the browser may differ before a time in the future is no longer believed. */
const toleratedClockDifference = 300;

/** `now` is in milliseconds since 1970. */
export function reportAge(report: ReadReport, now: number): ReportAge {
  if (report.observedAt === undefined) return { freshness: 'unknown' };
  const seconds = Math.round((now - report.observedAt) / 1000);
  if (seconds < -toleratedClockDifference) return { freshness: 'unknown' };
  const freshness = seconds > staleAfterSeconds(report.reportIntervalSeconds) ? 'stale' : 'current';
  return { freshness, seconds: Math.max(0, seconds) };
}
