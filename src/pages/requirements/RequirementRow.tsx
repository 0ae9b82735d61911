import { Label, LabelGroup } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import type { Requirement } from '@calico-readiness/requirements';
import { matrixAddress } from '../../components/addresses';
import { FleetLink } from '../../components/FleetLink';
import { HostText } from '../../components/HostText';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { WhyCalicoNeedsIt } from '../../components/evidence/WhyCalicoNeedsIt';
import '../../components/evidence/evidence.css';
import { cellVerdictsWorstFirst } from '../../fleet/cells';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { exceptionsOf } from './requirement-condition';
import type { VerdictCounts } from './requirement-counts';
import './requirements.css';

interface RequirementRowProps {
  readonly requirement: Requirement;
  /** Absent while the nodes are not known. */
  readonly counts: VerdictCounts | undefined;
}

/** One requirement: what it demands, who says so, when it applies, and how the nodes do. */
export const RequirementRow = ({ requirement, counts }: RequirementRowProps) => {
  const { t, message } = useReadinessTranslation();
  const exceptions = exceptionsOf(requirement);
  return (
    <Tr id={requirement.id}>
      <Td dataLabel={t('Requirement')}>
        {message(requirement.title)}
        <div className="calico-readiness__quiet">
          <HostText>{requirement.id}</HostText>
        </div>
        <p>{t('Needed: {{needed}}', { needed: message(requirement.needed) })}</p>
      </Td>
      <Td dataLabel={t('Source')}>
        <WhyCalicoNeedsIt requirement={requirement} />
      </Td>
      <Td dataLabel={t('Kind')}>
        <LabelGroup numLabels={3} aria-label={t('Kind')}>
          <Label isCompact>{levelText(t, requirement)}</Label>
          <Label isCompact>{scopeText(t, requirement)}</Label>
        </LabelGroup>
        {exceptions.length === 0 ? (
          <p>{t('Always applies.')}</p>
        ) : (
          <>
            <p>{t('Does not apply when:')}</p>
            <ul className="calico-readiness__exceptions">
              {exceptions.map((exception) => (
                <li key={exception.text}>{message(exception)}</li>
              ))}
            </ul>
          </>
        )}
      </Td>
      <Td dataLabel={t('Nodes')}>
        <Counts requirement={requirement} counts={counts} />
      </Td>
    </Tr>
  );
};

const Counts = ({ requirement, counts }: RequirementRowProps) => {
  const { t, number } = useReadinessTranslation();
  if (requirement.scope === 'cluster') return <>{t('Evaluated for the cluster, not for a node')}</>;
  if (counts === undefined) return <>{t('Not available')}</>;
  const shown = cellVerdictsWorstFirst.flatMap((verdict) =>
    counts[verdict] === undefined ? [] : [[verdict, counts[verdict]] as const],
  );
  if (shown.length === 0) return <>{t('No current report mentions it')}</>;
  return (
    <>
      <ul className="calico-readiness__tally">
        {shown.map(([verdict, count]) => (
          <li key={verdict}>
            <VerdictIcon of={verdict} />{' '}
            {t('{{number}} {{verdict}}', { number: number(count), verdict: verdictWord(t, verdict) })}
          </li>
        ))}
      </ul>
      <FleetLink to={matrixAddress({ requirement: requirement.id })}>{t('Show in the matrix')}</FleetLink>
    </>
  );
};

const levelText = (t: ReadinessTranslation['t'], { level }: Requirement): string =>
  level === 'required' ? t('Required') : t('Recommended');

function scopeText(t: ReadinessTranslation['t'], { scope }: Requirement): string {
  switch (scope) {
    case 'host':
      return t('Decided by the node');
    case 'flow':
      return t('Decided by traffic');
    case 'cluster':
      return t('Decided by the cluster');
    default:
      return scope satisfies never;
  }
}
