import type { Message } from '@calico-readiness/requirements';
import type { Language } from '../translations/languages';
import { namespaces, readTexts } from '../translations/languages';

/** Says a text of the pages, the catalogue or the quick starts in one language, with its values filled in. */
export type Say = (message: Message) => string;

/** Throws for a text that is not translated: nobody shall read two languages in one quick start. */
export function speaker(language: Language): Say {
  const texts = Object.assign({}, ...namespaces.map((namespace) => readTexts(language, namespace))) as Readonly<
    Record<string, string | undefined>
  >;
  return ({ text, values }) => {
    const said = texts[text];
    if (said === undefined || said === '')
      throw new Error(`locales/${language} has no text for "${text}": run npm run i18n, and translate it`);
    return said.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => values?.[name] ?? placeholder);
  };
}
