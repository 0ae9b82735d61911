/**
 * The language of a tag in a form that `Intl` takes. Chromium in the locale `C` calls its language `en-US@posix`,
 * and the console hands on what the browser says; `Intl` throws for such a tag, and a page would be lost for a date.
 */
export function languageTag(tag: string): string {
  const withoutModifier = tag.replace(/[@.].*$/, '').replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(withoutModifier)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
