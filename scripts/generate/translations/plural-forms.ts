import type { Texts } from './languages';

const suffix = /_(?:zero|one|two|few|many|other)$/;

/** The forms in which a language counts, as i18next asks for them: `one` and `other` in English. */
export const pluralForms = (language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories;

/** A text's key in the sources: without the suffix that i18next adds for a plural form. */
export const sourceKey = (key: string): string => key.replace(suffix, '');

export const pluralForm = (key: string): string | undefined => suffix.exec(key)?.[0].slice(1);

/** The keys that a language needs, with the English text that each translates: a plural has the forms of its language. */
export function neededTexts(language: string, english: Texts): Map<string, string> {
  const needed = new Map<string, string>();
  for (const [key, text] of Object.entries(english)) {
    if (pluralForm(key) === undefined) needed.set(key, text);
    else if (key.endsWith('_other')) {
      for (const form of pluralForms(language)) needed.set(`${sourceKey(key)}_${form}`, text);
    }
  }
  return needed;
}
