import type { UserConfig } from 'i18next-parser';
import { ConsoleExtensionsLexer } from './scripts/console-extensions-lexer';

/** `t` is the hook's, `msg` marks the sentences of the catalogue and the guides. */
const functions = ['t', 'msg'];

const config: UserConfig = {
  input: [
    'console-extensions.json',
    'src/**/*.{ts,tsx}',
    'requirements/src/**/*.ts',
    '!src/**/*.spec.{ts,tsx}',
    '!requirements/src/**/*.spec.ts',
  ],
  output: 'locales/$LOCALE/$NAMESPACE.json',
  locales: ['en'],
  defaultNamespace: 'plugin__calico-readiness',
  namespaceSeparator: '~',
  // Keys are sentences, and sentences have full stops.
  keySeparator: false,
  lexers: {
    default: [ConsoleExtensionsLexer],
    ts: [{ lexer: 'JavascriptLexer', functions }],
    tsx: [{ lexer: 'JsxLexer', functions }],
  },
  defaultValue: (locale, _namespace, key) => (locale === 'en' ? (key ?? '') : ''),
  keepRemoved: false,
  createOldCatalogs: false,
  sort: true,
  indentation: 2,
};

export default config;
