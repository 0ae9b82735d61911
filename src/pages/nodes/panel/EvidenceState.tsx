import type { Evidence } from '../../../hooks/useEvidence';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { HostText } from '../../../components/HostText';

/** Says while what was seen is not there yet, or can't be had; nothing once it is. */
export const EvidenceState = ({ evidence: { isLoading, problem } }: { evidence: Evidence }) => {
  const { t } = useReadinessTranslation();
  if (isLoading) return <p role="status">{t('Loading the evidence')}</p>;
  if (problem === null) return null;
  return (
    <p>
      {t('The evidence cannot be loaded.')} {problem.detail !== '' && <HostText>{problem.detail}</HostText>}
    </p>
  );
};
