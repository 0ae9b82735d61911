import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTag } from './language-tag';
import { havePageTexts, languageOf, loadPageTexts } from './page-texts';
import { pluginNamespace } from './useReadinessTranslation';

/**
 * The language in which a page can be shown: the user's once its texts, the catalogue's and the guides' are there, and
 * until then the one before, or none. They are many, so they come with our pages and not, like the namespace of the
 * plugin, with every page of the console.
 */
export function usePageTexts(): string | undefined {
  const { i18n } = useTranslation(pluginNamespace);
  const asked = languageTag(i18n.language || 'en');
  const language = languageOf(i18n);
  const [shown, setShown] = useState<string>();
  const present = havePageTexts(i18n, language);
  useEffect(() => {
    let wanted = true;
    void loadPageTexts(i18n, language).then(() => {
      if (wanted) setShown(asked);
    });
    return () => {
      wanted = false;
    };
  }, [i18n, asked, language]);
  return present ? asked : shown;
}
