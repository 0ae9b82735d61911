import { reasonSentence } from './reason-sentence';
import type { CountedCause } from '../fleet/causes';
import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';

/** What was found, as a sentence. */
export const causeSentence = (translation: ReadinessTranslation, cause: CountedCause): string =>
  cause.root === undefined ? reasonSentence(translation, cause) : translation.message(cause.root.title);
