/**
 * A text for people: an English sentence that doubles as its translation key, and the values of its
 * `{{placeholders}}`. Whoever shows it translates `text` and fills in `values`; a value may come from a
 * host and is untrusted.
 */
export interface Message {
  readonly text: string;
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * Marks a sentence as translatable. The first argument must be a literal, because the translation files
 * are made by reading the source.
 */
export const msg = (text: string, values?: Readonly<Record<string, string>>): Message =>
  values === undefined ? { text } : { text, values };

/** The sentence in English with its values filled in; for the command line and for documents. */
export const inEnglish = (message: Message): string =>
  message.text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => message.values?.[name] ?? placeholder);
