import { Td, Tr } from '@patternfly/react-table';
import { guideById, guideOfFinding } from '@calico-readiness/requirements';
import { guideAddress, requirementAddress } from '../../components/addresses';
import { PredictedFix } from '../../components/evidence/PredictedFix';
import { FlowPeers } from '../../components/flows/FlowPeers';
import { HostText } from '../../components/HostText';
import { reasonSentence } from '../../components/reason-sentence';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { VerdictLabel } from '../../components/verdicts/VerdictLabel';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { Timestamp } from '../../console/page-elements';
import { Link } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ColumnFinding } from './chapter-findings';

/** One requirement on this node. A stale finding shows what the verdict was, without its symbol. */
export const FindingRow = ({ column, finding, report, waiver, stale }: ColumnFinding & { stale: boolean }) => {
  const { id, requirement } = column;
  const translation = useReadinessTranslation();
  const { t, message } = translation;
  const guide = guideById(guideOfFinding(finding) ?? '');
  const sentence = reasonSentence(translation, finding);
  return (
    <Tr>
      <Td dataLabel={t('Verdict')} modifier="nowrap">
        {stale ? (
          <>
            <VerdictIcon of="Stale" /> {t('Stale, was {{verdict}}', { verdict: verdictWord(t, finding.verdict) })}
          </>
        ) : (
          <VerdictLabel verdict={finding.verdict} waiver={waiver} />
        )}
      </Td>
      <Td dataLabel={t('Requirement')}>
        {requirement === undefined ? (
          <HostText>{id}</HostText>
        ) : (
          <>
            <Link to={requirementAddress(id)}>{message(requirement.title)}</Link>
            <div className="calico-readiness__quiet">
              <HostText>{id}</HostText>
            </div>
          </>
        )}
      </Td>
      <Td dataLabel={t('Seen')}>
        {finding.observed !== '' && <HostText>{finding.observed}</HostText>}
        {(finding.observed === '' || finding.verdict !== 'Pass') && (
          <div className={finding.observed === '' ? undefined : 'calico-readiness__quiet'}>{sentence}</div>
        )}
        <FlowPeers requirement={id} report={report} />
      </Td>
      <Td dataLabel={t('Needed')}>{requirement === undefined ? t('Not available') : message(requirement.needed)}</Td>
      <Td dataLabel={t('Since')} modifier="nowrap">
        {finding.since === undefined ? (
          <span className="calico-readiness__quiet">{t('No change seen')}</span>
        ) : (
          <Timestamp timestamp={new Date(finding.since).toISOString()} />
        )}
      </Td>
      <Td dataLabel={t('Guide')}>
        {guide !== undefined && <Link to={guideAddress(guide.id)}>{message(guide.shortTitle)}</Link>}
        {!stale && finding.prediction !== undefined && (
          <div className="calico-readiness__quiet">
            <PredictedFix finding={finding} />
          </div>
        )}
      </Td>
    </Tr>
  );
};
