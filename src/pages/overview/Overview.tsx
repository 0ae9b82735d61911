import { useMemo } from 'react';
import type { Fleet } from '../../fleet/build-fleet';
import { causesOf } from '../../fleet/causes';
import { fleetProfile } from '../../fleet/fleet-profile';
import { notApplicableColumns } from '../../fleet/not-applicable';
import { poolTable } from '../../fleet/pool-table';
import { compareCauses } from '../../fleet/what-if-changes';
import { useColumns } from '../../hooks/useColumns';
import { CausesCard } from './CausesCard';
import { ClusterProfileCard } from './ClusterProfileCard';
import { NotApplicableLine } from './NotApplicableLine';
import { PoolsCard } from './PoolsCard';
import { VerdictsCard } from './VerdictsCard';
import '../../components/overview.css';

interface OverviewProps {
  readonly fleet: Fleet;
  /** Opens the editor of a what-if. */
  readonly onEditProfile: () => void;
}

/** Everything that the overview says of a complete fleet. */
export const Overview = ({ fleet, onEditProfile }: OverviewProps) => {
  const { present } = fleet;
  const chapters = useColumns(fleet);
  const causes = useMemo(() => causesOf(fleet), [fleet]);
  const changes = useMemo(() => present && compareCauses(causes, present), [causes, present]);
  const profile = useMemo(() => fleetProfile(fleet), [fleet]);
  const presentProfile = useMemo(() => present && fleetProfile(present), [present]);
  const presentPools = useMemo(() => present && poolTable(present, chapters), [present, chapters]);
  const pools = useMemo(() => poolTable(fleet, chapters), [fleet, chapters]);
  const notApplicable = useMemo(() => notApplicableColumns(fleet, chapters), [fleet, chapters]);
  return (
    <div className="calico-readiness__overview">
      <VerdictsCard fleet={fleet} />
      <ClusterProfileCard profile={profile} present={presentProfile} onEdit={onEditProfile} />
      <CausesCard causes={causes} changes={changes} fleet={fleet} />
      <PoolsCard pools={pools} present={presentPools} chapters={chapters} />
      {notApplicable.length > 0 && <NotApplicableLine columns={notApplicable} />}
    </div>
  );
};
