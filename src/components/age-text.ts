import type { ReportAge } from '../fleet/report-age';
import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';

const units: readonly { readonly unit: 'day' | 'hour' | 'minute'; readonly seconds: number }[] = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
];

/** How long ago, in the largest unit that fits, e.g. `52 min. ago`. */
export function ageText({ t, language }: ReadinessTranslation, age: ReportAge): string {
  if (age.freshness === 'unknown') return t('at an unknown time');
  const format = new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'always' });
  const { seconds } = age;
  const fitting = units.find((candidate) => seconds >= candidate.seconds);
  return fitting === undefined ? t('just now') : format.format(-Math.floor(seconds / fitting.seconds), fitting.unit);
}
