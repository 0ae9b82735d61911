import { EventEmitter } from 'node:events';
import { sourceTexts } from './source-texts';

/** What i18next-parser calls a key that a lexer found; a `count` of any value stands for plural forms. */
interface FoundKey {
  readonly key: string;
  readonly count?: string;
}

/** Finds the texts of a source. i18next-parser's own lexers overlook a text in the values of another one. */
export class SourceLexer extends EventEmitter {
  extract(content: string, fileName = 'source.tsx'): FoundKey[] {
    return sourceTexts(content, fileName).texts.map(({ key, isCounted }) => ({
      key,
      ...(isCounted && { count: '' }),
    }));
  }
}
