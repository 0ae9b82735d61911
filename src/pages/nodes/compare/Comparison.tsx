import { useMemo } from 'react';
import { ageText } from '../../../components/age-text';
import { printable } from '../../../components/printable';
import type { ColumnChapter } from '../../../fleet/columns';
import { compareFindings } from '../../../fleet/compare/compare-reports';
import type { NodeRow } from '../../../fleet/node-row';
import { useEvidence } from '../../../hooks/useEvidence';
import type { Evidence } from '../../../hooks/useEvidence';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { EvidenceState } from '../panel/EvidenceState';
import type { ComparedNames } from './compare-query';
import { ComparedFacts } from './ComparedFacts';
import { ComparedFindings } from './ComparedFindings';

interface ComparisonProps {
  readonly names: ComparedNames;
  readonly one: NodeRow | undefined;
  readonly other: NodeRow | undefined;
  readonly chapters: readonly ColumnChapter[];
}

/** What two reports differ in; or why they cannot be compared. Whole reports are read for these two nodes alone. */
export const Comparison = ({ names, one, other, chapters }: ComparisonProps) => {
  const { t } = useReadinessTranslation();
  const evidenceOfOne = useEvidence(one);
  const evidenceOfOther = useEvidence(other);
  const reportOfOne = evidenceOfOne.report ?? one?.report;
  const reportOfOther = evidenceOfOther.report ?? other?.report;
  const findings = useMemo(
    () =>
      reportOfOne === undefined || reportOfOther === undefined
        ? undefined
        : compareFindings(reportOfOne, reportOfOther, chapters),
    [reportOfOne, reportOfOther, chapters],
  );
  const isWhole = reportOfOne?.isCompact !== true && reportOfOther?.isCompact !== true;
  return (
    <>
      {names.one === names.other && <p>{t('Both names are of the same node.')}</p>}
      <NodeState name={names.one} row={one} evidence={evidenceOfOne} />
      {names.one !== names.other && <NodeState name={names.other} row={other} evidence={evidenceOfOther} />}
      {findings !== undefined && <ComparedFindings names={names} findings={findings} isWhole={isWhole} />}
      {reportOfOne !== undefined && reportOfOther !== undefined && one !== undefined && other !== undefined && (
        <ComparedFacts names={names} rows={[one, other]} reports={isWhole ? [reportOfOne, reportOfOther] : undefined} />
      )}
    </>
  );
};

interface NodeStateProps {
  readonly name: string;
  readonly row: NodeRow | undefined;
  readonly evidence: Evidence;
}

/** What is to be known of a node before its findings are read; nothing where its report is current and whole. */
const NodeState = ({ name, row, evidence }: NodeStateProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const node = printable(name);
  if (row === undefined) return <p>{t('{{node}} is not in the Node list.', { node })}</p>;
  if (row.report === undefined) return <p>{t('{{node}} has no report.', { node })}</p>;
  return (
    <>
      {row.verdict === 'Stale' && row.age !== undefined && (
        <p>
          {t('The report of {{node}} is stale: last values, seen {{ago}}.', {
            node,
            ago: ageText(translation, row.age),
          })}
        </p>
      )}
      <EvidenceState evidence={evidence} />
    </>
  );
};
