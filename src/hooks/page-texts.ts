import { getI18n } from 'react-i18next';
import type { i18n as I18n } from 'i18next';
import { languageTag } from './language-tag';
import { catalogueNamespace, pagesNamespace } from './useReadinessTranslation';

type Texts = Record<string, string>;

/** Every text file of a namespace is a chunk of its own. */
const files: Readonly<Record<string, (language: string) => Promise<unknown>>> = {
  [pagesNamespace]: (language) => import(`../../locales/${language}/calico-readiness-pages.json`),
  [catalogueNamespace]: (language) => import(`../../locales/${language}/calico-readiness-catalogue.json`),
};

/** The language of a tag such as `en-US`, as files are named. */
export const languageOf = ({ language }: I18n): string => languageTag(language || 'en').split('-')[0] ?? 'en';

/** The sentences of the catalogue are their own keys, so English needs them not; of the pages' texts it has the singulars. */
const needed = (language: string): readonly string[] =>
  language === 'en' ? [pagesNamespace] : [pagesNamespace, catalogueNamespace];

/** i18next asks the console for each namespace that it has heard of, in each next language, and may be told an empty one. */
const hasTexts = (i18n: I18n, language: string, namespace: string): boolean =>
  Object.keys((i18n.getResourceBundle(language, namespace) as Texts | undefined) ?? {}).length > 0;

export const havePageTexts = (i18n: I18n, language: string): boolean =>
  needed(language).every((namespace) => hasTexts(i18n, language, namespace));

/**
 * Brings the texts of our pages in one language, each once. Never rejects: what nobody translated, or what does not
 * arrive, is English.
 */
export async function loadPageTexts(i18n: I18n, language: string): Promise<void> {
  const missing = needed(language).filter((namespace) => !hasTexts(i18n, language, namespace));
  try {
    await Promise.all(missing.map((namespace) => addTexts(i18n, language, namespace)));
  } catch {
    if (language !== 'en') await loadPageTexts(i18n, 'en');
  }
}

/** The same for the language that the console has, while the code of a page is still on its way. */
export function askForPageTexts(): void {
  // A console that has started always has one.
  const i18n = getI18n() as I18n | undefined;
  if (i18n !== undefined) void loadPageTexts(i18n, languageOf(i18n));
}

async function addTexts(i18n: I18n, language: string, namespace: string): Promise<void> {
  const texts = (await files[namespace]?.(language)) as { readonly default: Texts };
  i18n.addResourceBundle(language, namespace, texts.default);
}
