import { HostText } from '../../../components/HostText';
import { reasonSentence } from '../../../components/reason-sentence';
import { VerdictLabel } from '../../../components/verdicts/VerdictLabel';
import { findingIn } from '../../../fleet/cells';
import type { Column } from '../../../fleet/columns';
import type { NodeRow } from '../../../fleet/node-row';
import { findingBefore } from '../../../fleet/what-if/what-if-changes';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../../k8s/read-findings';

/** What a what-if makes of one requirement on one node, beside the current state. */
export const WhatIfComparison = ({ row, column }: { row: NodeRow; column: Column }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  if (row.report === undefined || row.present === undefined) return null;
  const before = findingBefore(row, column);
  if (before === undefined) return <p>{t('The current verdict is the same.')}</p>;
  return (
    <dl className="calico-readiness__evidence">
      <dt>{t('Now')}</dt>
      <dd>{said(before)}</dd>
      <dt>{t('Would be')}</dt>
      <dd>{said(findingIn(row.report, column))}</dd>
    </dl>
  );

  function said(finding: ReadFinding) {
    return (
      <>
        <VerdictLabel verdict={finding.verdict} />
        {finding.verdict !== 'Pass' && <div>{reasonSentence(translation, finding)}</div>}
        {finding.observed !== '' && <HostText>{finding.observed}</HostText>}
      </>
    );
  }
};
