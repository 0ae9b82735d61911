import type { ReadFinding } from '../k8s/read-findings';
import type { ReadReport } from '../k8s/read-node-report';

export { isUntestedFlow } from '@calico-readiness/requirements';

const unmet = new WeakMap<ReadReport, readonly ReadFinding[]>();

/** The findings of a report that neither pass nor are not applicable. */
export function unmetFindings(report: ReadReport): readonly ReadFinding[] {
  const known = unmet.get(report);
  if (known !== undefined) return known;
  const findings = [...report.findings.values()].filter(
    ({ verdict }) => verdict !== 'Pass' && verdict !== 'NotApplicable',
  );
  unmet.set(report, findings);
  return findings;
}
