import { EventEmitter } from 'node:events';

/** What i18next-parser calls a key that a lexer found. */
interface FoundKey {
  readonly key: string;
  readonly namespace: string;
}

/** A label in console-extensions.json, as the console resolves it: `%namespace~Text%`. */
const label = /"%([^~"%]+)~([^"%]+)%"/g;

/** Finds the texts of console-extensions.json, which the console translates itself. */
export class ConsoleExtensionsLexer extends EventEmitter {
  extract(content: string): FoundKey[] {
    return [...content.matchAll(label)].map(([, namespace = '', text = '']) => ({
      namespace,
      key: JSON.parse(`"${text}"`) as string,
    }));
  }
}
