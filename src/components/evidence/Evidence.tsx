import type { ReactNode } from 'react';
import { ClipboardCopy } from '@patternfly/react-core';
import { placesOf, requirementById } from '@calico-readiness/requirements';
import type { CalicoVersion } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../k8s/read-findings';
import { copyLabels } from '../labelled/copy-labels';
import { BrokenTraffic, EvidenceEntry, Fix, Since } from './EvidenceEntries';
import { HostText } from '../HostText';
import { LookedAt } from './LookedAt';
import { reasonSentence } from '../reason-sentence';
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
  /** Whether the report is too old to be relied on. */
  readonly isStale?: boolean;
  /** What the node's own traffic showed, below what was seen. */
  readonly peers?: ReactNode;
}

/** Everything that supports a finding, always in this order. */
export const Evidence = ({ finding, calicoVersion, now, sameFailure, isStale = false, peers }: EvidenceProps) => {
  const translation = useReadinessTranslation();
  const { t, message } = translation;
  const requirement = requirementById(finding.requirement, calicoVersion);
  const met = finding.verdict === 'Pass' || finding.verdict === 'NotApplicable';
  return (
    <dl className="calico-readiness__evidence">
      {/* What the agent observed on the host. */}
      <EvidenceEntry term={t('Seen')}>
        {finding.observed === '' ? reasonSentence(translation, finding) : <HostText>{finding.observed}</HostText>}
        {peers}
        {requirement !== undefined && <LookedAt places={placesOf(requirement)} />}
      </EvidenceEntry>
      {requirement !== undefined && (
        <>
          <EvidenceEntry term={t('Needed')}>{message(requirement.needed)}</EvidenceEntry>
          <EvidenceEntry term={t('Why Calico needs it')}>
            <WhyCalicoNeedsIt requirement={requirement} />
          </EvidenceEntry>
        </>
      )}
      <BrokenTraffic finding={finding} />
      {finding.since !== undefined && <Since since={finding.since} now={now} />}
      {!met && sameFailure !== undefined && (
        <EvidenceEntry term={finding.verdict === 'Unknown' ? t('Same gap') : t('Same failure')}>
          {sameFailure}
        </EvidenceEntry>
      )}
      {!met && <Fix finding={finding} requirement={requirement} isStale={isStale} />}
      {requirement !== undefined && (
        <EvidenceEntry term={t('Verify on the node')}>
          <ClipboardCopy isReadOnly isCode {...copyLabels(t)}>
            {requirement.verifyCommand}
          </ClipboardCopy>
        </EvidenceEntry>
      )}
    </dl>
  );
};
