import { useMemo } from 'react';
import { ageOfReport, clusterReportName } from '@calico-readiness/requirements';
import type { ReportAge } from '@calico-readiness/requirements';
import { useWatchList } from '../console/watch-list';
import type { K8sResourceCommon } from '../console/watch-list';
import { loadProblem } from '../k8s/load-problem';
import type { LoadProblem } from '../k8s/load-problem';
import { clusterReportKind } from '../k8s/models';
import { readClusterReport } from '../k8s/read-cluster-report';
import type { ReadClusterReport, ReadSummary } from '../k8s/read-cluster-report';
import type { FleetState } from './useFleet';
import { useNow } from './useNow';

/** The controller's summary of the cluster, and how old it is. */
export interface ClusterReportState {
  readonly report: ReadClusterReport;
  readonly age: ReportAge;
}

/** The summary, or why there is none to see. */
export interface ClusterReportAnswer {
  readonly cluster: ClusterReportState | undefined;
  readonly isLoading: boolean;
  readonly problem: LoadProblem | null;
}

const ageCheckMilliseconds = 30_000;

/**
 * The ClusterReport, kept up to date. A cluster without a controller, without the definition, or a user without the
 * right has an overview all the same.
 */
export function useClusterReport(): ClusterReportAnswer {
  // A list of at most one, because a watch of one object keeps showing it after it was deleted.
  const { items, loaded, error } = useWatchList<K8sResourceCommon>(clusterReportKind, {
    fieldSelector: `metadata.name=${clusterReportName}`,
  });
  const now = useNow(ageCheckMilliseconds);
  const found = error === undefined ? items.find(({ metadata }) => metadata?.name === clusterReportName) : undefined;
  const report = useMemo(() => readClusterReport(found), [found]);
  const cluster = useMemo(
    () =>
      report === null
        ? undefined
        : // What arrived after `now` is not from the future.
          { report, age: ageOfReport(report.observedAt, report.reportIntervalSeconds, Math.max(now, Date.now())) },
    [report, now],
  );
  return useMemo(() => {
    const problem = error === undefined || error === null ? null : loadProblem(error, clusterReportKind.plural);
    return { cluster, isLoading: !loaded && problem === null, problem };
  }, [cluster, loaded, error]);
}

/** A summary that may be shown for the nodes, with its report. */
export interface ShownSummary extends ClusterReportState {
  readonly summary: ReadSummary;
}

/**
 * The summary, as long as it is all that there is to show: it is current, and the lists are still arriving. From the
 * moment when they are complete the rows alone count, and the summary never again, whatever it says. Rows are newer than any summary
 * of them; and where the two differ by more than what happened in between, whoever wrote the summary is at fault, and
 * the rows can be looked at one by one. A what-if is judged from rows alone.
 */
export const summaryToShow = (
  state: FleetState,
  cluster: ClusterReportState | undefined,
  isWhatIf: boolean,
): ShownSummary | undefined =>
  state.status === 'loading' &&
  !isWhatIf &&
  cluster?.age.freshness === 'current' &&
  cluster.report.summary !== undefined &&
  // Without any report the page says what to do about that.
  cluster.report.summary.nodes.noReport < cluster.report.summary.nodes.nodes
    ? { ...cluster, summary: cluster.report.summary }
    : undefined;
