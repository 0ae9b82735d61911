import { reasonSentence } from '../../components/reason-sentence';
import type { Cause } from '../../fleet/causes';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** What was found, as a sentence. */
export const causeSentence = (translation: ReadinessTranslation, cause: Cause): string =>
  cause.root === undefined ? reasonSentence(translation, cause) : translation.message(cause.root.title);
