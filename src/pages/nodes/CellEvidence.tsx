import { useMemo } from 'react';
import { matrixAddress } from '../../components/addresses';
import { Evidence } from '../../components/Evidence';
import { printable } from '../../components/printable';
import { Link } from '../../console/router';
import type { Fleet } from '../../fleet/build-fleet';
import { filterRows, emptyFilter } from '../../fleet/matrix-filter';
import { useNow } from '../../hooks/useNow';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../k8s/read-node-report';

/** The evidence of one finding, with the nodes that share it. */
export const CellEvidence = ({ finding, fleet }: { finding: ReadFinding; fleet: Fleet }) => {
  const { t, number } = useReadinessTranslation();
  const now = useNow(60_000);
  const { requirement, reason } = finding;
  const alike = useMemo(
    () => filterRows(fleet.rows, { ...emptyFilter, requirements: [requirement], reasons: [reason] }),
    [fleet, requirement, reason],
  );
  const pools = [...new Set(alike.map((row) => row.pool?.name))];
  const [pool] = pools;
  return (
    <Evidence
      finding={finding}
      now={now}
      sameFailure={
        <>
          <Link to={matrixAddress({ requirement, reason })}>{t('{{number}} nodes', { count: alike.length, number: number(alike.length) })}</Link>
          {pools.length === 1 && pool !== undefined && alike.length > 1 && <> {t('all in pool {{pool}}', { pool: printable(pool, 63) })}</>}
        </>
      }
    />
  );
};
