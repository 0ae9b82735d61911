import { useMemo } from 'react';
import { fleetOfRows } from '../../fleet/build-fleet';
import type { Fleet } from '../../fleet/build-fleet';
import type { ClusterReportAnswer, ShownSummary } from '../../hooks/useClusterReport';
import type { LoadProgress } from '../../hooks/useFleet';
import { useNextTask } from '../../hooks/useNextTask';
import { CausesCard } from './CausesCard';
import { ClusterLine } from './ClusterLine';
import { ClusterProfileCard } from './ClusterProfileCard';
import { ConnectivityCard } from './connectivity/ConnectivityCard';
import { contentOfFleet, contentOfSummary } from './overview-content';
import { PoolsByChapter } from './PoolsByChapter';
import { SummaryLine } from './SummaryLine';
import { VerdictsCard } from './VerdictsCard';
import { VersionAlert } from './VersionAlert';
import { WaiversCard } from './WaiversCard';
import '../../components/overview.css';

interface OverviewProps {
  /** The rows of a complete fleet, or what the controller made of them while they arrive: never both. */
  readonly of: { readonly fleet: Fleet } | { readonly summary: ShownSummary; readonly progress: LoadProgress | null };
  /** What is known of the cluster as a whole. */
  readonly report: ClusterReportAnswer;
  /** Opens the editor of a what-if. */
  readonly onEditProfile: () => void;
}

const nobody = fleetOfRows([], []);

/** Everything that the overview says. One component for both who count, so that the focus stays when the rows take over. */
export const Overview = ({ of, report, onEditProfile }: OverviewProps) => {
  const summary = 'summary' in of ? of : undefined;
  const fleet = 'fleet' in of ? of.fleet : nobody;
  const content = useMemo(
    () => (summary === undefined ? contentOfFleet(fleet) : contentOfSummary(summary.summary)),
    [fleet, summary],
  );
  const showsPools = useNextTask(summary === undefined);
  const { totals, profile, present } = content;
  const version = profile?.profile.calicoVersion;
  return (
    <div className="calico-readiness__overview">
      {present === undefined && version?.source === 'defaulted' && <VersionAlert defaulted={version.value} />}
      <VerdictsCard totals={totals} present={present?.totals}>
        {report.cluster !== undefined && present === undefined && <ClusterLine cluster={report.cluster} />}
        {summary !== undefined && <SummaryLine summary={summary.summary} progress={summary.progress} />}
      </VerdictsCard>
      <ClusterProfileCard
        profile={profile}
        present={present?.profile}
        onEdit={summary === undefined ? onEditProfile : undefined}
      />
      <CausesCard content={content} />
      {present === undefined && (
        <ConnectivityCard report={report} totals={totals} rows={summary === undefined ? fleet.rows : undefined} />
      )}
      <WaiversCard fleet={fleet} />
      {showsPools && <PoolsByChapter fleet={fleet} />}
    </div>
  );
};
