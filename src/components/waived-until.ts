import type { ReadWaiver } from '@calico-readiness/requirements';
import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';

/** A day as the user's language writes it, in the user's own time zone. */
export const dayText = (language: string, time: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(time);

/** What stands beside a finding that a waiver covers. */
export const waivedUntil = (
  { t, language }: ReadinessTranslation,
  { expiresAt }: Pick<ReadWaiver, 'expiresAt'>,
): string => t('waived until {{date}}', { date: dayText(language, expiresAt) });
