import { Label } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** How many more than now; nothing when it is the same. */
export const DeltaLabel = ({ more }: { more: number }) => {
  const { t, language } = useReadinessTranslation();
  if (more === 0) return null;
  const number = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(more);
  return (
    <Label isCompact variant="outline" className="calico-readiness__delta">
      {t('{{number}} vs current', { number })}
    </Label>
  );
};
