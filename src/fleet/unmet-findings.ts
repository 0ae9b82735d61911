import type { ReadFinding } from '../k8s/read-findings';
import type { ReadReport } from '../k8s/read-node-report';

export { isUntestedFlow } from '@calico-readiness/requirements';

/** By the findings, which reports may share. */
const unmet = new WeakMap<ReadReport['findings'], readonly ReadFinding[]>();

/** The findings of a report that neither pass nor are not applicable. */
export function unmetFindings({ findings: all }: Pick<ReadReport, 'findings'>): readonly ReadFinding[] {
  const known = unmet.get(all);
  if (known !== undefined) return known;
  const findings = [...all.values()].filter(({ verdict }) => verdict !== 'Pass' && verdict !== 'NotApplicable');
  unmet.set(all, findings);
  return findings;
}
