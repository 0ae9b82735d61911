import type { Requirement } from '@calico-readiness/requirements';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** The requirements whose id, titles, reasons or quoted sentences contain every word of the text. */
export function searchRequirements(
  { message, language }: Pick<ReadinessTranslation, 'message' | 'language'>,
  requirements: readonly Requirement[],
  text: string,
): readonly Requirement[] {
  const words = text
    .toLocaleLowerCase(language)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return requirements;
  return requirements.filter((requirement) => {
    const { id, title, failureTitle, shortTitle, rationale, needed, origin } = requirement;
    const source = origin.kind === 'document' ? origin.quotes.join(' ') : message(origin.reason);
    const searched = [id, ...[title, failureTitle, shortTitle, rationale, needed].map(message), source]
      .join(' ')
      .toLocaleLowerCase(language);
    return words.every((word) => searched.includes(word));
  });
}
