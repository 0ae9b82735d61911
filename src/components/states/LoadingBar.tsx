import { Progress, ProgressMeasureLocation, ProgressSize } from '@patternfly/react-core';
import type { LoadProgress } from '../../hooks/useFleet';
import './states.css';

/** How far loading has got, as a bar behind the words for it; nothing where nobody knows how much there is. */
export const LoadingBar = ({ progress, label }: { progress: LoadProgress | null; label: string }) =>
  progress === null ? null : (
    <Progress
      aria-label={label}
      className="calico-readiness__loading-bar"
      max={Math.max(1, progress.total)}
      measureLocation={ProgressMeasureLocation.none}
      size={ProgressSize.sm}
      value={progress.loaded}
    />
  );
