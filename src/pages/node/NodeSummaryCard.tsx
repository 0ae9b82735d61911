import {
  Card,
  CardBody,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { Summary } from '@calico-readiness/requirements';
import { summarize } from '@calico-readiness/requirements';
import { ageText } from '../../components/age-text';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import type { CellVerdict } from '../../fleet/cells';
import type { ReportedRow } from '../../fleet/node-row';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../k8s/read-findings';
import { nextReportBy, timeUntil } from './report-times';

/** Verdict, connectivity, counts and age of a node's report. */
export const NodeSummaryCard = ({ row, now }: { row: ReportedRow; now: number }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const { report } = row;
  const stale = row.verdict === 'Stale';
  const { waived } = row;
  // A stale report counts for nothing, and so does what is waived of it.
  const isWaived = ({ requirement }: ReadFinding): boolean => !stale && waived?.has(requirement) === true;
  const counted = [...report.findings.values()].filter((finding) => !isWaived(finding));
  const counts = summarize(counted as Parameters<typeof summarize>[0]);
  const waivedCount = report.findings.size - counted.length;
  return (
    <Card isCompact isFullHeight component="section" aria-label={t('Summary')}>
      <CardTitle component="h2">{t('Summary')}</CardTitle>
      <CardBody>
        <DescriptionList isHorizontal isCompact>
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Verdict')}</DescriptionListTerm>
            <DescriptionListDescription>
              <VerdictIcon of={row.verdict} /> {verdictWord(t, row.verdict)}{' '}
              <span className="calico-readiness__quiet">
                {stale
                  ? t('was {{verdict}}', { verdict: verdictWord(t, report.verdict) })
                  : verdictReason(translation, counts)}
              </span>
            </DescriptionListDescription>
          </DescriptionListGroup>
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Connectivity')}</DescriptionListTerm>
            <DescriptionListDescription>
              <VerdictIcon of={row.connectivity} /> {verdictWord(t, row.connectivity)}
            </DescriptionListDescription>
          </DescriptionListGroup>
          <DescriptionListGroup>
            <DescriptionListTerm>{stale ? t('Last counts') : t('Counts')}</DescriptionListTerm>
            <DescriptionListDescription>
              <Counts counts={counts} waived={waivedCount} stale={stale} />
            </DescriptionListDescription>
          </DescriptionListGroup>
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Observed')}</DescriptionListTerm>
            <DescriptionListDescription>{observedText(translation, row, now)}</DescriptionListDescription>
          </DescriptionListGroup>
        </DescriptionList>
      </CardBody>
    </Card>
  );
};

function verdictReason({ t, number }: ReadinessTranslation, { fail }: Summary): string {
  return fail === 0 ? '' : t('{{number}} required checks fail', { count: fail, number: number(fail) });
}

const Counts = ({ counts, waived, stale }: { counts: Summary; waived: number; stale: boolean }) => {
  const { t, number } = useReadinessTranslation();
  const shown: readonly (readonly [CellVerdict, number])[] = [
    ['Fail', counts.fail],
    ['Unknown', counts.unknown],
    ['Warn', counts.warn],
    ['Waived', waived],
    ['Pass', counts.pass],
    ['NotApplicable', counts.notApplicable],
  ];
  return (
    <ul className="calico-readiness__node-counts">
      {shown
        .filter(([, count]) => count > 0)
        .map(([verdict, count]) => (
          <li key={verdict}>
            {/* The symbols are those of the current state; a stale report has only words. */}
            {!stale && <VerdictIcon of={verdict} />}{' '}
            {t('{{number}} {{verdict}}', { number: number(count), verdict: verdictWord(t, verdict) })}
          </li>
        ))}
    </ul>
  );
};

function observedText(translation: ReadinessTranslation, { age, report }: ReportedRow, now: number): string {
  const { t, language } = translation;
  if (age === undefined || age.freshness === 'unknown') return t('The report has no time, or a time in the future.');
  const ago = ageText(translation, age);
  const next = nextReportBy(report);
  if (next === undefined || next <= now) return t('{{ago}}, the next is overdue', { ago });
  return t('{{ago}}, next {{next}} at the latest', { ago, next: timeUntil(language, (next - now) / 1000) });
}
