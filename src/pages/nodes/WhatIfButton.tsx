import { Button } from '@patternfly/react-core';
import type { WhatIf } from '../../hooks/useWhatIf';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** Asks what would be under another profile; nothing while the current one is not known. */
export const WhatIfButton = ({ whatIf }: { whatIf: WhatIf }) => {
  const { t } = useReadinessTranslation();
  if (whatIf.present === undefined) return null;
  return (
    <Button
      variant="secondary"
      className="calico-readiness__header-button"
      onClick={() => {
        whatIf.setEditing(true);
      }}
    >
      {t('Try another profile')}
    </Button>
  );
};
