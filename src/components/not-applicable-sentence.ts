import { distinctReasons } from '../fleet/not-applicable';
import type { NotApplicableColumn } from '../fleet/not-applicable';
import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';

const reasonsInOneLine = 5;

/** How many requirements apply to no node, and the first reasons why. */
export function notApplicableSentence(
  { t, message, number, list }: ReadinessTranslation,
  columns: readonly NotApplicableColumn[],
): string {
  // i18next-parser makes plural forms only where it sees `count` itself.
  const count = columns.length;
  const shownNumber = number(count);
  const texts = distinctReasons(columns).map(message);
  if (texts.length === 0) return t('{{number}} requirements not applicable', { count, number: shownNumber });
  const reasons = list(texts.slice(0, reasonsInOneLine));
  return texts.length > reasonsInOneLine
    ? t('{{number}} requirements not applicable: {{reasons}} and more', { count, number: shownNumber, reasons })
    : t('{{number}} requirements not applicable: {{reasons}}', { count, number: shownNumber, reasons });
}
