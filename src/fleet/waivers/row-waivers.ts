import { waiverOf } from '@calico-readiness/requirements';
import type { ActiveWaivers, Labels, ReadWaiver } from '@calico-readiness/requirements';
import type { ReadReport } from '../../k8s/read-node-report';

/** What is waived of one report: the waiver for each of its findings that one covers, by requirement. */
export type RowWaivers = ReadonlyMap<string, ReadWaiver>;

const remembered = new WeakMap<
  ActiveWaivers,
  WeakMap<ReadReport, { labels: Labels; waived: RowWaivers | undefined }>
>();

/** Undefined where nothing is waived. The same object for the same waivers, report and labels. */
export function rowWaivers(active: ActiveWaivers, report: ReadReport, labels: Labels): RowWaivers | undefined {
  const ofNode = active.ofNode(labels);
  if (ofNode.size === 0) return undefined;
  let reports = remembered.get(active);
  if (reports === undefined) remembered.set(active, (reports = new WeakMap()));
  const known = reports.get(report);
  if (known?.labels === labels) return known.waived;
  const found = new Map<string, ReadWaiver>();
  for (const requirement of ofNode.keys()) {
    const finding = report.findings.get(requirement);
    const waiver = finding && waiverOf(ofNode, finding);
    if (waiver !== undefined) found.set(requirement, waiver);
  }
  const waived = found.size === 0 ? undefined : found;
  reports.set(report, { labels, waived });
  return waived;
}
