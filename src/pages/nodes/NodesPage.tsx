import { FleetGate } from '../../components/FleetGate';
import { PageFrame } from '../../components/PageFrame';
import { withCatalogueTexts } from '../../components/withCatalogueTexts';
import { useFleet } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { Matrix } from './Matrix';

/** Every node by every requirement. */
export const NodesPage = withCatalogueTexts(function NodesPage() {
  const { t } = useReadinessTranslation();
  const state = useFleet();
  return (
    <PageFrame tab="nodes" documentTitle={t('Nodes · Calico readiness')}>
      <FleetGate state={state} showsPartialFleet>
        {(fleet, loading) => <Matrix fleet={fleet} loading={loading} />}
      </FleetGate>
    </PageFrame>
  );
});
