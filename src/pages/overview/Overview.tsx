import { useMemo } from 'react';
import type { Fleet } from '../../fleet/build-fleet';
import { causesOf } from '../../fleet/causes';
import { fleetProfile } from '../../fleet/fleet-profile';
import { notApplicableColumns } from '../../fleet/not-applicable';
import { poolTable } from '../../fleet/pool-table';
import { useColumns } from '../../hooks/useColumns';
import { CausesCard } from './CausesCard';
import { ClusterProfileCard } from './ClusterProfileCard';
import { NotApplicableLine } from './NotApplicableLine';
import { PoolsCard } from './PoolsCard';
import { VerdictsCard } from './VerdictsCard';
import '../../components/overview.css';

/** Everything that the overview says of a complete fleet. */
export const Overview = ({ fleet }: { fleet: Fleet }) => {
  const chapters = useColumns(fleet);
  const causes = useMemo(() => causesOf(fleet), [fleet]);
  const profile = useMemo(() => fleetProfile(fleet), [fleet]);
  const pools = useMemo(() => poolTable(fleet, chapters), [fleet, chapters]);
  const notApplicable = useMemo(() => notApplicableColumns(fleet, chapters), [fleet, chapters]);
  return (
    <div className="calico-readiness__overview">
      <VerdictsCard fleet={fleet} />
      <ClusterProfileCard profile={profile} />
      <CausesCard causes={causes} fleet={fleet} />
      <PoolsCard pools={pools} chapters={chapters} />
      {notApplicable.length > 0 && <NotApplicableLine columns={notApplicable} />}
    </div>
  );
};
