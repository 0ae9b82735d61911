import type { UserConfig } from 'i18next-parser';
import { ConsoleExtensionsLexer } from './scripts/generate/translations/console-extensions-lexer';
import { languages, namespaces } from './scripts/generate/translations/languages';
import { SourceLexer } from './scripts/generate/translations/source-lexer';
import { textSources } from './scripts/generate/translations/text-sources';

const namespace = namespaces.find((name) => name === process.env['I18N_NAMESPACE']) ?? namespaces[0];

const config: UserConfig = {
  input: textSources(namespace),
  output: 'locales/$LOCALE/$NAMESPACE.json',
  locales: [...languages],
  defaultNamespace: namespace,
  namespaceSeparator: '~',
  // Keys are sentences, and sentences have full stops.
  keySeparator: false,
  lexers: { default: [ConsoleExtensionsLexer], ts: [SourceLexer], tsx: [SourceLexer] },
  // English is its own translation; in the other languages a new key is empty until somebody has translated it.
  defaultValue: (locale, _namespace, key) => (locale === 'en' ? (key ?? '') : ''),
  keepRemoved: false,
  createOldCatalogs: false,
  sort: true,
  indentation: 2,
};

export default config;
