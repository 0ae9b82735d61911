import { flowKeys, groupings, reportedFlowLimits } from '@calico-readiness/requirements';
import type { Grouping, ReportedFlowCell } from '@calico-readiness/requirements';
import { asCount, mostPairs, readFlowCause } from './read-flow-cause';
import type { ReadFlowCause } from './read-flow-cause';
import { asList, asOneOf, asRecord, asTexts } from './untyped';
import type { Untyped } from './untyped';

/** What a ClusterReport says of the flows between all nodes. */
export interface ReadFlows {
  /** Undefined where nodes are grouped in a way that only a newer version knows. */
  readonly grouping: Grouping | undefined;
  /** The groups; the empty text is of nodes without one. */
  readonly groups: readonly string[];
  readonly cells: readonly ReportedFlowCell[];
  readonly causes: readonly ReadFlowCause[];
  /** Whether some of it could not be read, so that nobody may say that nothing fails. */
  readonly isPartial: boolean;
}

/** Undefined where nothing is said of flows: nobody has tested any. */
export function readReportedFlows(value: unknown): ReadFlows | undefined {
  if (value === undefined || value === null) return undefined;
  const flows = asRecord(value);
  const groups = asTexts(flows['groups'])?.slice(0, reportedFlowLimits.groups);
  const cells = eachOf(flows['cells'], reportedFlowLimits.cells, (cell) => readCell(cell, groups?.length ?? 0));
  const causes = eachOf(flows['causes'], reportedFlowLimits.causes, readFlowCause);
  return {
    grouping: asOneOf(groupings, flows['grouping']),
    groups: groups ?? [],
    cells: cells.read,
    causes: causes.read,
    isPartial: groups === undefined || cells.isPartial || causes.isPartial,
  };
}

/** What can be read of a list, and whether that is all of it. */
function eachOf<T>(value: unknown, most: number, read: (item: Untyped) => T | undefined) {
  const list = asList(value);
  const items = list.slice(0, most).map((item) => read(asRecord(item)));
  const known = items.filter((item) => item !== undefined);
  return { read: known, isPartial: !Array.isArray(value) || known.length < list.length };
}

function readCell(cell: Untyped, groups: number): ReportedFlowCell | undefined {
  const flow = asOneOf(flowKeys, cell['flow']);
  const from = asCount(groups - 1, cell['from']);
  const to = asCount(groups - 1, cell['to']);
  const tested = asCount(mostPairs, cell['tested']);
  const failing = asCount(mostPairs, cell['failing']);
  if (flow === undefined || from === undefined || to === undefined) return undefined;
  if (tested === undefined || failing === undefined) return undefined;
  return { flow, from, to, tested, failing };
}
