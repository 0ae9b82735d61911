import { rootsOf } from '@calico-readiness/requirements';
import type { Root, Verdict } from '@calico-readiness/requirements';
import type { ReadFinding } from '../k8s/read-findings';
import type { ReadReport } from '../k8s/read-node-report';
import { isUntestedFlow, unmetFindings } from './unmet-findings';

/** One cause on one node: a root with all that it explains, or a finding that has none. */
export interface NodeCause {
  readonly key: string;
  readonly root?: Root;
  readonly verdict: Verdict;
  readonly findings: readonly ReadFinding[];
}

/** Tells causes apart, in lists and when two fleets are compared. */
export const causeKey = ({
  root,
  requirement,
  reason,
  verdict,
}: Pick<NodeCause, 'root' | 'verdict'> & Pick<ReadFinding, 'requirement' | 'reason'>): string =>
  root === undefined ? `${requirement} ${reason} ${verdict}` : `${root.id} ${verdict}`;

/** What keeps one node from being ready, by cause: roots first, then the findings that have none. */
export function causesOfReport(report: ReadReport): NodeCause[] {
  const unmet = unmetFindings(report).filter((finding) => !isUntestedFlow(finding));
  const found = rootsOf(unmet);
  const explained = new Set(found.flatMap(({ findings }) => findings));
  const parts = [
    ...found,
    ...unmet
      .filter((finding) => !explained.has(finding))
      .map((finding) => ({ root: undefined, verdict: finding.verdict, findings: [finding] })),
  ];
  return parts.map((part) => {
    const [first] = part.findings;
    return { ...part, key: first === undefined ? '' : causeKey({ ...first, ...part }) };
  });
}
