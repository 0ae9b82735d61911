import { FleetGate } from '../../components/states/FleetGate';
import { PageFrame } from '../../components/PageFrame';
import { RecheckButton } from '../../components/recheck/RecheckButton';
import { withPageTexts } from '../../components/withPageTexts';
import { summaryToShow, useClusterReport } from '../../hooks/useClusterReport';
import { useFleet } from '../../hooks/useFleet';
import { useWhatIf } from '../../hooks/useWhatIf';
import { Overview } from './Overview';

export { beginLists } from '../../hooks/useFleet';

/** Readiness of the whole cluster, by cause. */
export const OverviewPage = withPageTexts(function OverviewPage() {
  const whatIf = useWhatIf(useFleet());
  const { state } = whatIf;
  const report = useClusterReport();
  const summary = summaryToShow(state, report.cluster, whatIf.isOn);
  const progress = state.status === 'loading' ? state.progress : null;
  const onEditProfile = () => {
    whatIf.setEditing(true);
  };
  return (
    <PageFrame
      tab="overview"
      whatIf={whatIf}
      actions={!whatIf.isOn && state.status === 'ready' ? <RecheckButton rows={state.fleet.rows} /> : undefined}
    >
      <FleetGate
        state={state}
        meanwhile={summary && <Overview of={{ summary, progress }} report={report} onEditProfile={onEditProfile} />}
      >
        {(fleet) => <Overview of={{ fleet }} report={report} onEditProfile={onEditProfile} />}
      </FleetGate>
    </PageFrame>
  );
});
