import { Alert } from '@patternfly/react-core';
import type { AlertProps } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { alertLabel } from './patternfly-words';

/** PatternFly's Alert, of which a screen reader says in the user's language what kind it is. */
export const LabelledAlert = (properties: AlertProps) => {
  const { t } = useReadinessTranslation();
  return <Alert variantLabel={alertLabel(t, properties.variant)} {...properties} />;
};
