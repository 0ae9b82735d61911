import type { ReactNode } from 'react';
import { guideOfFinding, interferenceOfFinding } from '@calico-readiness/requirements';
import type { Requirement } from '@calico-readiness/requirements';
import { Timestamp } from '../../console/page-elements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../k8s/read-findings';
import { ageText } from '../age-text';
import { GuideButton } from '../GuideButton';
import { PredictedFix } from './PredictedFix';

/** One term of the evidence and what is said about it. */
export const EvidenceEntry = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
);

/** What of Calico's traffic a firewall breaks; nothing for findings about anything else. */
export const BrokenTraffic = ({ finding }: { finding: ReadFinding }) => {
  const { t, message, list } = useReadinessTranslation();
  const interference = interferenceOfFinding(finding);
  if (interference.length === 0) return null;
  return (
    <EvidenceEntry term={t('Calico traffic that it breaks')}>
      {interference.map(({ units, breaks }) => (
        <p key={units[0]}>{t('{{title}}: {{value}}', { title: list(units), value: message(breaks) })}</p>
      ))}
    </EvidenceEntry>
  );
};

/** When the finding was first made; how long ago only where the clocks of node and browser allow to say it. */
export const Since = ({ since, now }: { since: number; now: number }) => {
  const translation = useReadinessTranslation();
  const seconds = Math.round((now - since) / 1000);
  return (
    <EvidenceEntry term={translation.t('Since')}>
      <Timestamp simple timestamp={new Date(since).toISOString()} />{' '}
      <span className="calico-readiness__quiet">
        {since <= now && ageText(translation, { freshness: 'current', seconds })}
      </span>
    </EvidenceEntry>
  );
};

interface FixProps {
  readonly finding: ReadFinding;
  readonly requirement: Requirement | undefined;
  /** Whether the report is too old to say anything of the node's files. */
  readonly isStale: boolean;
}

/** The remedy of this reason, else of the requirement, what its change would do, and the way to the guide; nothing where there is neither. */
export const Fix = ({ finding, requirement, isStale }: FixProps) => {
  const { t, message } = useReadinessTranslation();
  const reason =
    requirement && Object.hasOwn(requirement.reasons, finding.reason) ? requirement.reasons[finding.reason] : undefined;
  const remedy = reason?.remedy ?? requirement?.remedy;
  const guide = guideOfFinding(finding);
  if (remedy === undefined && guide === undefined) return null;
  return (
    // A noun: the remedy.
    <EvidenceEntry term={t('Fix')}>
      {remedy !== undefined && <p>{message(remedy)}</p>}
      {!isStale && <PredictedFix finding={finding} />}
      {guide !== undefined && <GuideButton guide={guide} variant="primary" />}
    </EvidenceEntry>
  );
};
