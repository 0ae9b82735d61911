import { useMemo } from 'react';
import { useWatchList } from '../console/watch-list';
import type { K8sResourceCommon } from '../console/watch-list';
import type { NodeRow } from '../fleet/node-row';
import { loadProblem } from '../k8s/load-problem';
import type { LoadProblem } from '../k8s/load-problem';
import { nodeReportKind } from '../k8s/models';
import { readNodeReport } from '../k8s/read-node-report';
import type { ReadReport } from '../k8s/read-node-report';

/** The whole report behind a row that was read from a line. */
export interface Evidence {
  readonly report: ReadReport | undefined;
  readonly isLoading: boolean;
  readonly problem: LoadProblem | null;
}

/** Watches the report of one node while its row tells a line of it only. */
export function useEvidence(row: NodeRow | undefined): Evidence {
  const compact = row?.report?.isCompact === true ? row.report : undefined;
  const name = compact?.name;
  // A list of at most one, because a watch of one object keeps showing it after it was deleted.
  const { items, loaded, error } = useWatchList<K8sResourceCommon>(compact === undefined ? null : nodeReportKind, {
    fieldSelector: `metadata.name=${name ?? ''}`,
  });
  const whole = useMemo(
    () => items.map(readNodeReport).find((report) => report !== null && report.name === name) ?? undefined,
    [items, name],
  );
  const report = compact !== undefined && whole?.nodeUid === compact.nodeUid ? whole : undefined;
  const problem = error === undefined || error === null ? null : loadProblem(error, nodeReportKind.plural);
  return { report, isLoading: compact !== undefined && !loaded && problem === null, problem };
}
