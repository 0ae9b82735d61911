import type { ReadReport } from '../../k8s/read-node-report';

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A duration from now on, rounded up in the largest unit that fits, as the language says it: `in 12 min.` */
export function timeUntil(language: string, seconds: number): string {
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? units[3];
  return new Intl.RelativeTimeFormat(language, { style: 'short' }).format(Math.ceil(seconds / length), unit);
}

/** How much later than the interval an agent may report, so that not all report at once. */
const jitter = 1.1;

/** When the next report is due at the latest, in milliseconds since 1970; undefined when the report has no time. */
export const nextReportBy = ({ observedAt, reportIntervalSeconds }: ReadReport): number | undefined =>
  observedAt === undefined ? undefined : observedAt + reportIntervalSeconds * jitter * 1000;
