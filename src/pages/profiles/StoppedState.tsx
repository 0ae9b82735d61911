import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { PauseCircleIcon } from '@patternfly/react-icons';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** A person stopped it: part of the nodes would say nothing of the others. */
export const StoppedState = ({ start }: { readonly start: () => void }) => {
  const { t } = useReadinessTranslation();
  return (
    <EmptyState headingLevel="h2" icon={PauseCircleIcon} titleText={t('The evaluation was stopped')}>
      <EmptyStateBody>{t('No profile is shown until every node is evaluated.')}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="primary" onClick={start}>
            {t('Start again')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
