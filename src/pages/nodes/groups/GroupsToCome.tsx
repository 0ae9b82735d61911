import { Skeleton } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

const rows = ['first', 'second', 'third', 'fourth'];

/** In place of groups while pages arrive: their counts would be totals of half a fleet. */
export const GroupsToCome = () => {
  const { t } = useReadinessTranslation();
  return (
    <div className="calico-readiness__groups-to-come">
      {rows.map((row, place) => (
        <Skeleton
          key={row}
          height="2.5rem"
          {...(place === 0 && { screenreaderText: t('Nodes are grouped once all of them are loaded.') })}
        />
      ))}
    </div>
  );
};
