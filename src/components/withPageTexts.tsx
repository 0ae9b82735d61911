import type { ComponentType } from 'react';
import { PageLanguage } from '../hooks/useReadinessTranslation';
import { usePageTexts } from '../hooks/usePageTexts';

/** A page or tab that is shown once its texts and the catalogue's are there in the user's language. */
export function withPageTexts<Props extends object>(Page: ComponentType<Props>): ComponentType<Props> {
  const PageWithTexts = (props: Props) => {
    const language = usePageTexts();
    return language === undefined ? null : (
      <PageLanguage.Provider value={language}>
        <Page {...props} />
      </PageLanguage.Provider>
    );
  };
  PageWithTexts.displayName = Page.displayName ?? Page.name;
  return PageWithTexts;
}
