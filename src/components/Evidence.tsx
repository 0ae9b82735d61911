import type { ReactNode } from 'react';
import { ClipboardCopy } from '@patternfly/react-core';
import { guideOfFinding, interferenceOfFinding, placesOf, requirementById } from '@calico-readiness/requirements';
import type { CalicoVersion } from '@calico-readiness/requirements';
import { Timestamp } from '../console/page-elements';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import type { ReadFinding } from '../k8s/read-node-report';
import { ageText } from './age-text';
import { copyLabels } from './copy-labels';
import { GuideButton } from './GuideButton';
import { HostText } from './HostText';
import { LookedAt } from './LookedAt';
import { reasonSentence } from './reason-sentence';
import { WhyCalicoNeedsIt } from './WhyCalicoNeedsIt';
import './evidence.css';

interface EvidenceProps {
  readonly finding: ReadFinding;
  /** The Calico release that the finding was made for; undefined where the report does not tell. */
  readonly calicoVersion: CalicoVersion | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** On how many nodes the same requirement fails for the same reason, and the way to them. */
  readonly sameFailure?: ReactNode;
}

/** Everything that supports a finding, always in this order. */
export const Evidence = ({ finding, calicoVersion, now, sameFailure }: EvidenceProps) => {
  const translation = useReadinessTranslation();
  const { t, message } = translation;
  const requirement = requirementById(finding.requirement, calicoVersion);
  const met = finding.verdict === 'Pass' || finding.verdict === 'NotApplicable';
  const reason =
    requirement && Object.hasOwn(requirement.reasons, finding.reason) ? requirement.reasons[finding.reason] : undefined;
  const remedy = reason?.remedy ?? requirement?.remedy;
  const guide = guideOfFinding(finding);
  const interference = interferenceOfFinding(finding);
  return (
    <dl className="calico-readiness__evidence">
      <dt>{t('Seen')}</dt>
      <dd>
        {finding.observed === '' ? reasonSentence(translation, finding) : <HostText>{finding.observed}</HostText>}
        {requirement !== undefined && <LookedAt places={placesOf(requirement)} />}
      </dd>
      {requirement !== undefined && (
        <>
          <dt>{t('Needed')}</dt>
          <dd>{message(requirement.needed)}</dd>
          <dt>{t('Why Calico needs it')}</dt>
          <dd>
            <WhyCalicoNeedsIt requirement={requirement} />
          </dd>
        </>
      )}
      {interference.length > 0 && (
        <>
          <dt>{t('Calico traffic that it breaks')}</dt>
          <dd>
            {interference.map(({ units, breaks }) => (
              <p key={units[0]}>
                {units.join(', ')}: {message(breaks)}
              </p>
            ))}
          </dd>
        </>
      )}
      {finding.since !== undefined && (
        <>
          <dt>{t('Since')}</dt>
          <dd>
            <Timestamp simple timestamp={new Date(finding.since).toISOString()} />{' '}
            <span className="calico-readiness__quiet">
              {finding.since <= now &&
                ageText(translation, { freshness: 'current', seconds: Math.round((now - finding.since) / 1000) })}
            </span>
          </dd>
        </>
      )}
      {!met && sameFailure !== undefined && (
        <>
          <dt>{finding.verdict === 'Unknown' ? t('Same gap') : t('Same failure')}</dt>
          <dd>{sameFailure}</dd>
        </>
      )}
      {!met && (remedy !== undefined || guide !== undefined) && (
        <>
          <dt>{t('Fix')}</dt>
          <dd>
            {remedy !== undefined && <p>{message(remedy)}</p>}
            {guide !== undefined && <GuideButton guide={guide} variant="primary" />}
          </dd>
        </>
      )}
      {requirement !== undefined && (
        <>
          <dt>{t('Verify on the node')}</dt>
          <dd>
            <ClipboardCopy isReadOnly isCode {...copyLabels(t)}>
              {requirement.verifyCommand}
            </ClipboardCopy>
          </dd>
        </>
      )}
    </dl>
  );
};
