import { ageText } from '../../components/age-text';
import { LoadingBar } from '../../components/states/LoadingBar';
import type { LoadProgress } from '../../hooks/useFleet';
import type { ClusterReportState } from '../../hooks/useClusterReport';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface SummaryLineProps {
  readonly summary: ClusterReportState;
  readonly progress: LoadProgress | null;
}

/** Says that the controller counted, when, and how far the reports themselves are, which will count then. */
export const SummaryLine = ({ summary, progress }: SummaryLineProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const counted = t('Counted by the controller: {{age}}.', { age: ageText(translation, summary.age) });
  const loading =
    progress === null
      ? t('Loading the reports of the nodes.')
      : t('Loading the reports of the nodes: {{loaded}} of {{total}}.', {
          loaded: number(progress.loaded),
          total: number(progress.total),
        });
  return (
    <div className="calico-readiness__loading-line">
      <span>{counted}</span>
      <span role="status">{loading}</span>
      <LoadingBar progress={progress} label={loading} />
    </div>
  );
};
