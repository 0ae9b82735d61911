import type { LoadActivity, LoadProgress } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { LoadingBar } from './LoadingBar';
import './states.css';

/** How far loading has got, in words and as a bar; polite, so that it does not interrupt. */
export const LoadingLine = ({
  progress,
  activity,
}: {
  progress: LoadProgress | null;
  activity?: LoadActivity | undefined;
}) => {
  const { t, number } = useReadinessTranslation();
  const text =
    progress === null
      ? t('Loading; totals follow')
      : activity === 'judging'
        ? t('Evaluated {{loaded}} of {{total}}; totals follow', {
            loaded: number(progress.loaded),
            total: number(progress.total),
          })
        : t('Loading {{loaded}} of {{total}}; totals follow', {
            loaded: number(progress.loaded),
            total: number(progress.total),
          });
  return (
    <div className="calico-readiness__loading-line" role="status">
      <span>{text}</span>
      <LoadingBar progress={progress} label={text} />
    </div>
  );
};
