import { FleetGate } from '../../components/FleetGate';
import { PageFrame } from '../../components/PageFrame';
import { withCatalogueTexts } from '../../components/withCatalogueTexts';
import { useFleet } from '../../hooks/useFleet';
import { Overview } from './Overview';

/** Readiness of the whole cluster, by cause. */
export const OverviewPage = withCatalogueTexts(function OverviewPage() {
  const state = useFleet();
  return (
    <PageFrame tab="overview">
      <FleetGate state={state}>{(fleet) => <Overview fleet={fleet} />}</FleetGate>
    </PageFrame>
  );
});
