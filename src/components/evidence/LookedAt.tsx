import { useState } from 'react';
import { ExpandableSection } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** More would push what is needed out of sight. */
const shownAtOnce = 3;

/** Where on the host the agent looked; many places stand behind a toggle. */
export const LookedAt = ({ places }: { places: readonly string[] }) => {
  const { t, number, list } = useReadinessTranslation();
  const [isExpanded, setExpanded] = useState(false);
  if (places.length === 0) return null;
  if (places.length <= shownAtOnce) {
    return <p className="calico-readiness__quiet">{t('Looked at: {{places}}', { places: list(places) })}</p>;
  }
  return (
    <ExpandableSection
      toggleText={t('Looked at {{number}} places', { count: places.length, number: number(places.length) })}
      isExpanded={isExpanded}
      onToggle={(_event, expanded) => {
        setExpanded(expanded);
      }}
    >
      <ul className="calico-readiness__links calico-readiness__quiet">
        {places.map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
    </ExpandableSection>
  );
};
