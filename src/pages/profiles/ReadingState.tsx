import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Progress,
  ProgressMeasureLocation,
  ProgressSize,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import type { LoadActivity, LoadProgress } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface ReadingStateProps {
  readonly state: { readonly progress: LoadProgress | null; readonly activity?: LoadActivity };
  readonly stop: () => void;
}

/** Whole reports are being read, or evaluated: how far that is, and a way to stop it. */
export const ReadingState = ({ state: { progress, activity }, stop }: ReadingStateProps) => {
  const { t, number } = useReadinessTranslation();
  const counts = { loaded: number(progress?.loaded ?? 0), total: number(progress?.total ?? 0) };
  const text =
    activity === 'judging'
      ? t('Evaluated {{loaded}} of {{total}} nodes', counts)
      : t('Read {{loaded}} of {{total}} reports', counts);
  return (
    <EmptyState headingLevel="h2" icon={SearchIcon} titleText={t('Evaluating the nodes under the usual profiles')}>
      <EmptyStateBody>
        <p>{t('This happens in your browser, from the reported facts. Nothing in the cluster changes.')}</p>
        <p role="status">{text}</p>
        <Progress
          aria-label={text}
          max={Math.max(1, progress?.total ?? 1)}
          measureLocation={ProgressMeasureLocation.none}
          size={ProgressSize.sm}
          value={progress?.loaded ?? 0}
        />
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="secondary" onClick={stop}>
            {t('Stop')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
