/** A number, at most one adjective, and a noun in the plural; verbs in the singular end in s, too. */
const plural = /\{\{(?:number|count)\}\} (?:\w+ )?(?!(?:is|has|was)\b)\w+s\b/;

/**
 * The keys of an English translation file whose singular still has the words of the plural: the parser
 * fills both forms with the key, and the singular has to be written by hand.
 */
export const pluralInSingular = (translations: Readonly<Record<string, string>>): string[] =>
  Object.keys(translations).filter((key) => key.endsWith('_one') && plural.test(translations[key] ?? ''));
