import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inEnglish } from '@calico-readiness/requirements';
import type { Message } from '@calico-readiness/requirements';
import { languageTag } from './language-tag';

/** What the console shows of ours by itself, and while our pages are on their way; it loads this at its start. */
export const pluginNamespace = 'plugin__calico-readiness';
/** The texts of our pages, which they bring along (usePageTexts). */
export const pagesNamespace = 'calico-readiness-pages';
/** The sentences of the catalogue and the guides, which our pages bring along as well. */
export const catalogueNamespace = 'calico-readiness-catalogue';

/**
 * The language of the page around, whose texts are there. The user may have chosen another one a moment ago. Undefined
 * outside of our pages.
 */
export const PageLanguage = createContext<string | undefined>(undefined);

const ofTexts = [pluginNamespace, pagesNamespace];
const ofMessages = [catalogueNamespace, pagesNamespace, pluginNamespace];

interface Formats {
  readonly numbers: Intl.NumberFormat;
  readonly lists: Intl.ListFormat;
}

const made = new Map<string, Formats>();

/**
 * Made once a language, because every cell of a matrix asks for them, and each when it is first used: the browser reads
 * its tables for it, on the way to the first rows. Lists of type `unit` would have no comma in Chinese.
 */
export function formatsOf(language: string): Formats {
  const formats = made.get(language) ?? madeWhenUsed(language);
  made.set(language, formats);
  return formats;
}

function madeWhenUsed(language: string): Formats {
  let numbers: Intl.NumberFormat | undefined;
  let lists: Intl.ListFormat | undefined;
  return {
    get numbers() {
      return (numbers ??= new Intl.NumberFormat(language));
    },
    get lists() {
      return (lists ??= new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' }));
    },
  };
}

/**
 * Texts, numbers and lists in the user's language. `message` translates a sentence of the catalogue; `number` writes
 * thousands as the language does, which the console's translation of `{{count}}` would not; `list` puts between texts
 * what the language puts there.
 */
export function useReadinessTranslation() {
  const { i18n } = useTranslation(pluginNamespace);
  const chosen = languageTag(i18n.language || 'en');
  const language = useContext(PageLanguage) ?? chosen;
  return useMemo(() => {
    const formats = formatsOf(language);
    // Not `useTranslation` with both: where our pages have not been, it would ask the console for their texts.
    const t = i18n.getFixedT(language, ofTexts);
    return {
      t,
      language,
      message: (message: Message): string => {
        // Asked first, because the console reports every key that it looks for in vain.
        const ns = ofMessages.find((namespace) => i18n.exists(message.text, { ns: namespace, lng: language }));
        // English needs no file, since the sentences are their own keys. But what the console does to every text, its
        // pseudolocalization for one, it shall do to these as well.
        return ns === undefined
          ? t('{{sentence}}', { sentence: inEnglish(message) })
          : t(message.text, { ...message.values, ns });
      },
      number: (value: number): string => formats.numbers.format(value),
      list: (values: readonly string[]): string => formats.lists.format(values),
    };
  }, [i18n, language]);
}

export type ReadinessTranslation = ReturnType<typeof useReadinessTranslation>;
