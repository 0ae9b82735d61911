import { Button, EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** In place of the matrix when the filters let nothing through. */
export const NoNodeFits = ({ onClear }: { onClear: () => void }) => {
  const { t } = useReadinessTranslation();
  return (
    <EmptyState headingLevel="h2" icon={SearchIcon} titleText={t('No matching nodes')}>
      <EmptyStateBody>
        <Button variant="link" onClick={onClear}>
          {t('Clear all filters')}
        </Button>
      </EmptyStateBody>
    </EmptyState>
  );
};
