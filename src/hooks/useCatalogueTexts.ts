import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { i18n as I18n } from 'i18next';
import { languageTag } from './language-tag';
import { catalogueNamespace, translationNamespace } from './useReadinessTranslation';

/**
 * Whether the sentences of the catalogue and the guides are there in the user's language. They are many, so they
 * come with our pages and not, like the namespace of the plugin, with every page of the console. English needs
 * none: the sentences are their own keys.
 */
export function useCatalogueTexts(): boolean {
  const { i18n } = useTranslation(translationNamespace);
  const language = languageTag(i18n.language || 'en').split('-')[0] ?? 'en';
  const [settled, setSettled] = useState<string>();
  const present = language === 'en' || i18n.hasResourceBundle(language, catalogueNamespace);
  useEffect(() => {
    if (present) return undefined;
    let wanted = true;
    void addCatalogueTexts(i18n, language).then(() => wanted && setSettled(language));
    return () => {
      wanted = false;
    };
  }, [i18n, language, present]);
  return present || settled === language;
}

async function addCatalogueTexts(i18n: I18n, language: string): Promise<void> {
  try {
    const texts = (await import(`../../locales/${language}/calico-readiness-catalogue.json`)) as {
      default: Record<string, string>;
    };
    i18n.addResourceBundle(language, catalogueNamespace, texts.default);
  } catch {
    return; // There is no translation to this language: the sentences stay English.
  }
}
