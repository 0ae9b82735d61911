import { useMemo } from 'react';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { guides } from '@calico-readiness/requirements';
import { guideAddress } from '../../components/addresses';
import { LoadingLine } from '../../components/states/LoadingLine';
import { PageFrame } from '../../components/PageFrame';
import { withPageTexts } from '../../components/withPageTexts';
import { Link } from '../../console/router';
import { useFleet } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { nodesByGuide } from './affected-nodes';
import { whyNotCounted } from '../../components/why-not-counted';

/** `/calico-readiness/guides` */
export const GuidesPage = withPageTexts(function GuidesPage() {
  const { t, message, number } = useReadinessTranslation();
  const state = useFleet();
  const fleet = state.status === 'ready' ? state.fleet : undefined;
  const counts = useMemo(() => (fleet === undefined ? undefined : nodesByGuide(fleet.rows)), [fleet]);
  return (
    <PageFrame tab="guides">
      {state.status === 'failed' && <p>{whyNotCounted(t, state.problem)}</p>}
      {state.status === 'loading' && <LoadingLine progress={state.progress} />}
      <Table variant="compact" aria-label={t('Guides')}>
        <Thead>
          <Tr>
            <Th width={70}>{t('Guide')}</Th>
            <Th width={15} modifier="wrap">
              {t('Affected nodes')}
            </Th>
            <Th width={15} modifier="wrap">
              {t('Unknown nodes')}
            </Th>
          </Tr>
        </Thead>
        <Tbody>
          {guides.map((guide) => {
            const nodes = counts?.get(guide.id);
            return (
              <Tr key={guide.id}>
                <Td dataLabel={t('Guide')}>
                  <Link to={guideAddress(guide.id)}>{message(guide.title)}</Link>
                  <div className="calico-readiness__quiet">{message(guide.summary)}</div>
                </Td>
                <Td dataLabel={t('Affected nodes')}>
                  {counts === undefined ? t('Not available') : number(nodes?.affected.length ?? 0)}
                </Td>
                <Td dataLabel={t('Unknown nodes')}>
                  {counts === undefined ? t('Not available') : number(nodes?.undecided.length ?? 0)}
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </PageFrame>
  );
});
