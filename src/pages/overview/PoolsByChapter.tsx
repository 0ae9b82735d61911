import { useMemo } from 'react';
import type { Fleet } from '../../fleet/build-fleet';
import { notApplicableColumns } from '../../fleet/not-applicable';
import { poolTable } from '../../fleet/pool-table';
import { useColumns } from '../../hooks/useColumns';
import { NotApplicableLine } from './NotApplicableLine';
import { PoolsCard } from './PoolsCard';

/** What only the rows can tell: the pools by chapter, and what applies to no node. */
export const PoolsByChapter = ({ fleet }: { fleet: Fleet }) => {
  const chapters = useColumns(fleet);
  const pools = useMemo(() => poolTable(fleet, chapters), [fleet, chapters]);
  const presentPools = useMemo(() => fleet.present && poolTable(fleet.present, chapters), [fleet, chapters]);
  const notApplicable = useMemo(() => notApplicableColumns(fleet, chapters), [fleet, chapters]);
  return (
    <>
      <PoolsCard pools={pools} present={presentPools} chapters={chapters} />
      {notApplicable.length > 0 && <NotApplicableLine columns={notApplicable} />}
    </>
  );
};
