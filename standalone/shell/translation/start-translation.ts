import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { pseudolocalization } from './pseudolocalization';

const pluginNamespace = 'plugin__calico-readiness';
const storageKey = 'standalone/language';

/** The languages of the OpenShift console. */
export const languages: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'ja', name: '日本語' },
  { code: 'ko', name: '한국어' },
  { code: 'zh', name: '中文' },
];

/** Asks the server for texts the way the console does. A language that the plugin was not translated to is no error. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    fetch(`/locales/resource.json?lng=${encodeURIComponent(language)}&ns=${encodeURIComponent(namespace)}`)
      .then(async (response) => done(null, response.ok ? ((await response.json()) as Record<string, string>) : {}))
      .catch((error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false));
  },
};

/** Later releases of i18next advertise in the browser's console; earlier ones do not know the option. */
const quietly: object = { showSupportNotice: false };

/** Which of the languages a tag such as `en-US` is of. */
export const languageOf = (tag: string): string => {
  const [language = 'en'] = tag.split('-');
  return languages.some(({ code }) => code === language) ? language : 'en';
};

/** The same for dates and numbers: Chromium in the locale `C` says `en-US@posix`, for which `Intl` throws. */
export const formatLanguageOf = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return languageOf(tag);
  }
};

/** As the console has it, with its region and all else that the browser says: pages must not rely on `en` alone. */
const preferredLanguage = (): string => {
  const asked =
    new URLSearchParams(window.location.search).get('lng') ?? localStorage.getItem(storageKey) ?? navigator.language;
  return languageOf(asked) === asked.split('-')[0] ? asked : 'en';
};

export const selectLanguage = async (language: string): Promise<void> => {
  localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};

/** Resolves when the plugin's texts are there, because its navigation items need them at once. */
export const startTranslation = async (): Promise<void> => {
  const language = preferredLanguage();
  document.documentElement.lang = language;
  await i18next
    .use(pseudolocalization(window.location.search))
    .use(backend)
    .use(initReactI18next)
    .init({
      ...quietly,
      lng: language,
      fallbackLng: 'en',
      load: 'languageOnly',
      ns: [pluginNamespace],
      defaultNS: pluginNamespace,
      nsSeparator: '~',
      contextSeparator: '~',
      postProcess: ['pseudo'],
      keySeparator: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      saveMissing: true,
      // As loud as the console, where it fails the tests.
      missingKeyHandler: (lngs, namespace, key) =>
        window.reportError(
          new Error(`Missing i18n key "${key}" in namespace "${namespace}" and language "${lngs.join(', ')}"`),
        ),
    });
};
