import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Turns `%namespace~Text%`, as extensions write it, into the translated text; anything else is shown as it is. */
export const useLabel = (): ((label: string) => string) => {
  const { t } = useTranslation();
  return useCallback(
    (label) => {
      const match = /^%(.+?~.+)%$/.exec(label);
      return match?.[1] === undefined ? label : t(match[1]);
    },
    [t],
  );
};
