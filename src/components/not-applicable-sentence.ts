import { distinctReasons } from '../fleet/not-applicable';
import type { NotApplicableColumn } from '../fleet/not-applicable';
import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';

const reasonsInOneLine = 5;

/** How many requirements apply to no node, and the first reasons why. */
export function notApplicableSentence(
  { t, message, number, language }: ReadinessTranslation,
  columns: readonly NotApplicableColumn[],
): string {
  const count = { count: columns.length, number: number(columns.length) };
  const reasons = distinctReasons(columns).map(message);
  if (reasons.length === 0) return t('{{number}} requirements not applicable', count);
  const list = new Intl.ListFormat(language, { type: 'unit' });
  return reasons.length > reasonsInOneLine
    ? t('{{number}} requirements not applicable: {{reasons}} and more', { ...count, reasons: list.format(reasons.slice(0, reasonsInOneLine)) })
    : t('{{number}} requirements not applicable: {{reasons}}', { ...count, reasons: list.format(reasons) });
}
