import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inEnglish } from '@calico-readiness/requirements';
import type { Message } from '@calico-readiness/requirements';

/** The namespace of our pages' own texts in the console, which loads it at its start. */
export const translationNamespace = 'plugin__calico-readiness';
/** The namespace of the catalogue's and the guides' sentences, which our pages bring along (useCatalogueTexts). */
export const catalogueNamespace = 'calico-readiness-catalogue';

/**
 * Texts and numbers in the user's language. `message` translates a sentence of the catalogue; `number` writes
 * thousands as the language does, which the console's translation of `{{count}}` would not.
 */
export function useReadinessTranslation() {
  const { t, i18n } = useTranslation(translationNamespace);
  const language = i18n.language || 'en';
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(language);
    return {
      t,
      language,
      message: (message: Message): string => {
        // Asked first, because the console reports every key that it looks for in vain.
        const ns = [catalogueNamespace, translationNamespace].find((namespace) =>
          i18n.exists(message.text, { ns: namespace }),
        );
        return ns === undefined ? inEnglish(message) : t(message.text, { ...message.values, ns });
      },
      number: (value: number): string => numbers.format(value),
    };
  }, [t, i18n, language]);
}

export type ReadinessTranslation = ReturnType<typeof useReadinessTranslation>;
