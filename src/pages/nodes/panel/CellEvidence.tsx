import { useMemo } from 'react';
import { matrixAddress } from '../../../components/addresses';
import { Evidence } from '../../../components/evidence/Evidence';
import { FleetLink } from '../../../components/FleetLink';
import { printable } from '../../../components/printable';
import type { CalicoVersion } from '@calico-readiness/requirements';
import type { Fleet } from '../../../fleet/build-fleet';
import { filterRows, emptyFilter } from '../../../fleet/matrix-filter';
import { useNow } from '../../../hooks/useNow';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../../k8s/read-findings';

interface CellEvidenceProps {
  readonly finding: ReadFinding;
  /** The Calico release that the node's report was judged for. */
  readonly calicoVersion: CalicoVersion | undefined;
  readonly fleet: Fleet;
}

/** The evidence of one finding, with the nodes that share it. */
export const CellEvidence = ({ finding, calicoVersion, fleet }: CellEvidenceProps) => {
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
      calicoVersion={calicoVersion}
      now={now}
      sameFailure={
        <>
          <FleetLink to={matrixAddress({ requirement, reason })}>
            {t('{{number}} nodes', { count: alike.length, number: number(alike.length) })}
          </FleetLink>
          {pools.length === 1 && pool !== undefined && alike.length > 1 && (
            <> {t('all in pool {{pool}}', { pool: printable(pool, 63) })}</>
          )}
        </>
      }
    />
  );
};
