import { FleetGate } from '../../components/states/FleetGate';
import { PageFrame } from '../../components/PageFrame';
import { withCatalogueTexts } from '../../components/withCatalogueTexts';
import { useFleet } from '../../hooks/useFleet';
import { useWhatIf } from '../../hooks/useWhatIf';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { Matrix } from './Matrix';

/** Every node by every requirement. */
export const NodesPage = withCatalogueTexts(function NodesPage() {
  const { t } = useReadinessTranslation();
  const whatIf = useWhatIf(useFleet());
  return (
    <PageFrame tab="nodes" documentTitle={t('Nodes · Calico readiness')} whatIf={whatIf}>
      <FleetGate state={whatIf.state} showsPartialFleet>
        {(fleet, loading) => <Matrix fleet={fleet} loading={loading} whatIf={whatIf} />}
      </FleetGate>
    </PageFrame>
  );
});
