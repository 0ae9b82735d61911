import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '@calico-readiness/requirements';

/** The namespace of our texts in the console. */
export const translationNamespace = 'plugin__calico-readiness';

/**
 * Texts and numbers in the user's language. `message` translates a sentence of the catalogue; `number` writes
 * thousands as the language does, which the console's translation of `{{count}}` would not.
 */
export function useReadinessTranslation() {
  const { t, i18n } = useTranslation(translationNamespace);
  return useMemo(() => {
    const language = i18n.language || 'en';
    const numbers = new Intl.NumberFormat(language);
    return {
      t,
      language,
      message: (message: Message): string => t(message.text, { ...message.values }),
      number: (value: number): string => numbers.format(value),
    };
  }, [t, i18n.language]);
}

export type ReadinessTranslation = ReturnType<typeof useReadinessTranslation>;
