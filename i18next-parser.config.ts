import type { UserConfig } from 'i18next-parser';
import { ConsoleExtensionsLexer } from './scripts/generate/console-extensions-lexer';

/** `t` is the hook's, `msg` marks the sentences of the catalogue and the guides. */
const functions = ['t', 'msg'];

/** The pages' own texts, which every page of the console loads, and the catalogue's, which only our pages load. */
const ofCatalogue = process.env['I18N_NAMESPACE'] === 'calico-readiness-catalogue';

const config: UserConfig = {
  input: ofCatalogue
    ? ['requirements/src/**/*.ts', '!requirements/src/**/*.spec.ts']
    : ['console-extensions.json', 'src/**/*.{ts,tsx}', '!src/**/*.spec.{ts,tsx}'],
  output: 'locales/$LOCALE/$NAMESPACE.json',
  locales: ['en'],
  defaultNamespace: ofCatalogue ? 'calico-readiness-catalogue' : 'plugin__calico-readiness',
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
