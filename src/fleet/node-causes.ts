import { causesOfFindings } from '@calico-readiness/requirements';
import type { CauseOnNode } from '@calico-readiness/requirements';
import type { ReadFinding } from '../k8s/read-findings';
import type { ReadReport } from '../k8s/read-node-report';
import { unmetFindings } from './unmet-findings';

export { causeKey } from '@calico-readiness/requirements';

/** One cause on one node: a root with all that it explains, or a finding that has none. */
export type NodeCause = CauseOnNode<ReadFinding>;

/** By the findings, which reports may share. */
const causes = new WeakMap<ReadReport['findings'], readonly NodeCause[]>();

/** What keeps one node from being ready, by cause: roots first, then the findings that have none. */
export function causesOfReport(report: ReadReport): readonly NodeCause[] {
  const known = causes.get(report.findings) ?? causesOfFindings(unmetFindings(report));
  causes.set(report.findings, known);
  return known;
}
