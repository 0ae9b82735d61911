import { FleetGate } from '../../components/FleetGate';
import { PageFrame } from '../../components/PageFrame';
import { useFleet } from '../../hooks/useFleet';
import { Overview } from './Overview';

/** Readiness of the whole cluster, by cause. */
export const OverviewPage = () => {
  const state = useFleet();
  return (
    <PageFrame tab="overview">
      <FleetGate state={state}>{(fleet) => <Overview fleet={fleet} />}</FleetGate>
    </PageFrame>
  );
};
