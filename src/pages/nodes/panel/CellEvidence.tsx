import { useMemo } from 'react';
import { matrixAddress } from '../../../components/addresses';
import { Evidence } from '../../../components/evidence/Evidence';
import { FlowPeers } from '../../../components/flows/FlowPeers';
import { FleetLink } from '../../../components/FleetLink';
import { printable } from '../../../components/printable';
import type { Fleet } from '../../../fleet/build-fleet';
import { filterRows, emptyFilter } from '../../../fleet/matrix-filter';
import { useNow } from '../../../hooks/useNow';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../../k8s/read-findings';
import type { ReadReport } from '../../../k8s/read-node-report';

interface CellEvidenceProps {
  readonly finding: ReadFinding;
  /** The node's report, which says for which Calico release it was judged. */
  readonly report: ReadReport;
  readonly fleet: Fleet;
  readonly isStale: boolean;
}

/** The evidence of one finding, with the nodes that share it. */
export const CellEvidence = ({ finding, report, fleet, isStale }: CellEvidenceProps) => {
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
      calicoVersion={report.profile?.calicoVersion.value}
      now={now}
      isStale={isStale}
      peers={<FlowPeers requirement={requirement} report={report} />}
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
