import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { havePageTexts, languageOf, loadPageTexts } from './page-texts';
import { pluginNamespace } from './useReadinessTranslation';

/**
 * Whether the texts of our pages, the catalogue and the guides are there in the user's language. They are many, so
 * they come with our pages and not, like the namespace of the plugin, with every page of the console.
 */
export function usePageTexts(): boolean {
  const { i18n } = useTranslation(pluginNamespace);
  const language = languageOf(i18n);
  const [settled, setSettled] = useState<string>();
  const present = havePageTexts(i18n, language);
  useEffect(() => {
    if (present) return undefined;
    let wanted = true;
    void loadPageTexts(i18n, language).then(() => wanted && setSettled(language));
    return () => {
      wanted = false;
    };
  }, [i18n, language, present]);
  return present || settled === language;
}
