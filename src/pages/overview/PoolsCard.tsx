import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { matrixAddress } from '../../components/addresses';
import { chapterTitle } from '../../components/chapter-titles';
import { FleetLink } from '../../components/FleetLink';
import { Legend } from '../../components/verdicts/Legend';
import { printable } from '../../components/printable';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { DeltaLabel } from '../../components/what-if/DeltaLabel';
import type { ColumnChapter } from '../../fleet/columns';
import type { PoolRow, VerdictCounts } from '../../fleet/pool-table';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface PoolsCardProps {
  readonly pools: readonly PoolRow[];
  /** In a what-if: the same table of the current state. */
  readonly present: readonly PoolRow[] | undefined;
  readonly chapters: readonly ColumnChapter[];
}

/** Where the trouble is: pools by chapter. */
export const PoolsCard = ({ pools, present, chapters }: PoolsCardProps) => {
  const { t, number } = useReadinessTranslation();
  const hasWaived = pools.some((pool) => pool.chapters.some(({ Waived: waived }) => waived > 0));
  return (
    <Card isCompact component="section" aria-label={t('Pools by chapter')}>
      <CardTitle component="h2">{t('Pools by chapter')}</CardTitle>
      <CardBody className="calico-readiness__scroll">
        <Table variant="compact" aria-label={t('Pools by chapter')} gridBreakPoint="">
          <Thead>
            <Tr>
              <Th>{t('Pool')}</Th>
              <Th modifier="wrap" className="calico-readiness__numeric-head">
                {t('Nodes with current report')}
              </Th>
              {chapters.map(({ key, columns }) => (
                <Th key={key} modifier="wrap">
                  {t('{{chapter}} ({{number}})', {
                    chapter: chapterTitle(t, key),
                    number: number(columns.filter(({ applicable }) => applicable).length),
                  })}
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {pools.map(({ pool, nodes, currentReports, chapters: counts }) => (
              <Tr key={pool?.name ?? ''}>
                <Th scope="row">
                  <FleetLink to={matrixAddress({ pool: pool?.name ?? '' })}>
                    {pool === null ? t('No pool') : printable(pool.name, 63)}
                  </FleetLink>
                </Th>
                <Td className="calico-readiness__numeric" dataLabel={t('Nodes with current report')}>
                  {t('{{some}} of {{all}}', { some: number(currentReports), all: number(nodes) })}
                </Td>
                {chapters.map(({ key }, index) => (
                  <Td key={key} dataLabel={chapterTitle(t, key)}>
                    <Tallies
                      counts={counts[index]}
                      present={present?.find((row) => row.pool?.name === pool?.name)?.chapters[index]}
                    />
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
        <Legend
          symbols={['Pass', 'Warn', 'Fail', 'Unknown', ...(hasWaived ? (['Waived'] as const) : []), 'NotApplicable']}
        />
      </CardBody>
    </Card>
  );
};

/** How many nodes have which worst verdict in the chapter; a bare symbol when they all agree that nothing is wrong. */
const Tallies = ({ counts, present }: { counts: VerdictCounts | undefined; present: VerdictCounts | undefined }) => {
  const { t, number } = useReadinessTranslation();
  if (counts === undefined) return null;
  const troubles = (['Fail', 'Unknown', 'Warn', 'Waived'] as const).filter(
    (verdict) => counts[verdict] > 0 || (present?.[verdict] ?? 0) > 0,
  );
  const calm = counts.Pass > 0 ? 'Pass' : counts.NotApplicable > 0 ? 'NotApplicable' : null;
  if (troubles.length === 0 && calm === null)
    return <span className="calico-readiness__quiet">{t('No current report')}</span>;
  return (
    <span className="calico-readiness__tallies">
      {troubles.map((verdict) => (
        <span key={verdict}>
          <VerdictIcon of={verdict} /> <span className="pf-v6-screen-reader">{verdictWord(t, verdict)}: </span>
          {number(counts[verdict])} {present !== undefined && <DeltaLabel more={counts[verdict] - present[verdict]} />}
        </span>
      ))}
      {troubles.length === 0 && calm !== null && (
        <span>
          <VerdictIcon of={calm} />
          <span className="pf-v6-screen-reader">{verdictWord(t, calm)}</span>
        </span>
      )}
    </span>
  );
};
