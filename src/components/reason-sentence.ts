import { reasonTitle } from '../fleet/reason-text';
import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';
import { printable } from './printable';

type ReasonedFinding = Parameters<typeof reasonTitle>[0];

/** The sentence that says what was found; for a reason that this catalogue does not know, the ids as they stand. */
export function reasonSentence({ t, message }: ReadinessTranslation, finding: ReasonedFinding): string {
  const { subject, sentence } = reasonTitle(finding);
  const text = sentence === null ? printable(finding.reason, 63) : message(sentence);
  return subject === null ? text : t('{{subject}}: {{sentence}}', { subject: message(subject), sentence: text });
}
