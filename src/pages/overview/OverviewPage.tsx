import { FleetGate } from '../../components/states/FleetGate';
import { PageFrame } from '../../components/PageFrame';
import { withCatalogueTexts } from '../../components/withCatalogueTexts';
import { useFleet } from '../../hooks/useFleet';
import { useWhatIf } from '../../hooks/useWhatIf';
import { Overview } from './Overview';

/** Readiness of the whole cluster, by cause. */
export const OverviewPage = withCatalogueTexts(function OverviewPage() {
  const whatIf = useWhatIf(useFleet());
  return (
    <PageFrame tab="overview" whatIf={whatIf}>
      <FleetGate state={whatIf.state}>
        {(fleet) => (
          <Overview
            fleet={fleet}
            onEditProfile={() => {
              whatIf.setEditing(true);
            }}
          />
        )}
      </FleetGate>
    </PageFrame>
  );
});
