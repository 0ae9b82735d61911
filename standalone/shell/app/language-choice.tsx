import type { FC } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { languageOf, languages, selectLanguage } from '../translation/start-translation';

/** The language of the console's own texts and of the plugin's. */
export const LanguageChoice: FC = () => {
  const { i18n } = useTranslation();
  return (
    <FormSelect
      aria-label="Language"
      value={languageOf(i18n.language)}
      onChange={(_event, language) => void selectLanguage(language)}
    >
      {languages.map(({ code, name }) => (
        <FormSelectOption key={code} value={code} label={name} />
      ))}
    </FormSelect>
  );
};
