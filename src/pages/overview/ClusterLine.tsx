import { requirementAddress } from '../../components/addresses';
import { ageText } from '../../components/age-text';
import { FleetLink } from '../../components/FleetLink';
import { HostText } from '../../components/HostText';
import { reasonSentence } from '../../components/reason-sentence';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import type { ClusterReportState } from '../../hooks/useClusterReport';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/**
 * What the controller found of the cluster as a whole, which no node can tell. A finding that is too old is shown
 * with its age and counts as stale, whatever it was.
 */
export const ClusterLine = ({ cluster: { report, age } }: { readonly cluster: ClusterReportState }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const isCurrent = age.freshness === 'current';
  const findings = report.findings.filter(({ verdict }) => verdict !== 'NotApplicable');
  if (findings.length === 0) return null;
  return (
    <div className="calico-readiness__connectivity" role="group" aria-label={t('Cluster as a whole')}>
      <strong>{t('Cluster as a whole')}</strong>
      {/* One text that wraps as a whole: the age would often stand alone in a line. */}
      <span>
        {findings.map((finding) => (
          <span key={finding.requirement}>
            <VerdictIcon of={isCurrent ? finding.verdict : 'Stale'} />{' '}
            <span className="pf-v6-screen-reader">{verdictWord(t, isCurrent ? finding.verdict : 'Stale')}: </span>
            <FleetLink to={requirementAddress(finding.requirement)}>
              {reasonSentence(translation, finding)}
            </FleetLink>{' '}
            {finding.observed !== '' && <HostText>{finding.observed}</HostText>}{' '}
          </span>
        ))}
        <span className="calico-readiness__quiet">
          {isCurrent
            ? ageText(translation, age)
            : t('Stale: the controller reported this {{age}}', { age: ageText(translation, age) })}
        </span>
      </span>
    </div>
  );
};
