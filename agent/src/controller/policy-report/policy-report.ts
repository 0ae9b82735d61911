import type { ClusterFinding, ClusterReportStatus, ReportedCause, Verdict } from '@calico-readiness/requirements';
import { inEnglish, requirementById, roots } from '@calico-readiness/requirements';
import { oneLine } from '../../foundation/untrusted-text';
import type { PolicyResult, Result } from './policy-result';
import { resultOn, results } from './policy-result';

/** What is the same in both APIs, of a report on a whole cluster. */
export interface PolicyReport {
  readonly summary: Readonly<Record<Result, number>>;
  readonly results: readonly PolicyResult[];
}

/** In place of a requirement's id, where nodes have no current report. */
const reporting = 'node-reports-current';
const longestMessage = 512;

const severityOf = { blocks: 'high', undecided: 'medium', 'does-not-block': 'low' } as const;

/**
 * A ClusterReport of ours in the words of policy reports: a result for each cause with its first nodes, for each finding
 * on the cluster, for nodes without a current report, and for every requirement that no cause speaks of. At most 200
 * results and 320 names of nodes, however large the cluster. Pure.
 */
export function policyReport(status: ClusterReportStatus): PolicyReport {
  const found = [
    ...status.causes.map(ofCause),
    ...status.findings.map(ofFinding),
    ...withoutReport(status),
    ...otherRequirements(status),
  ];
  const counts = results.map((result) => [result, found.filter((one) => one.result === result).length]);
  return { summary: Object.fromEntries(counts) as PolicyReport['summary'], results: found };
}

function ofCause({
  root,
  requirement,
  reason,
  verdict,
  bearing,
  nodes,
  nodeNames,
  ...cause
}: ReportedCause): PolicyResult {
  const title = roots.find(({ id }) => id === root)?.title ?? requirementById(requirement)?.reasons[reason]?.title;
  const also = cause.requirements.filter((id) => id !== requirement);
  return {
    ...resultOn(requirement, verdict),
    rule: reason,
    severity: severityOf[bearing],
    resources: nodeNames.map((name) => ({ apiVersion: 'v1', kind: 'Node', name })),
    message: oneLine(title === undefined ? reason : inEnglish(title), longestMessage),
    properties: {
      nodes: String(nodes),
      ...(root !== undefined && { root }),
      ...(also.length > 0 && { alsoNotMet: oneLine(also.join(', '), longestMessage) }),
    },
  };
}

const ofFinding = ({ requirement, verdict, reason, observed }: ClusterFinding): PolicyResult => ({
  ...resultOn(requirement, verdict),
  rule: reason,
  message: observed ?? reason,
});

function withoutReport({ nodes: { nodes, stale, noReport } }: ClusterReportStatus): readonly PolicyResult[] {
  const missing = stale + noReport;
  if (missing === 0 && nodes > 0) return [];
  const message =
    nodes === 0 ? 'There is no node.' : `${String(missing)} of ${String(nodes)} nodes have no current report.`;
  return [{ ...resultOn(reporting, 'Unknown'), severity: 'medium', message }];
}

/** Those that no cause speaks of: met, not applicable, or of a cause that the list has no room for. */
function otherRequirements({ requirements, causes }: ClusterReportStatus): readonly PolicyResult[] {
  const spokenOf = new Set(causes.flatMap((cause) => cause.requirements));
  return requirements.flatMap(({ requirement, ...counts }): readonly PolicyResult[] => {
    const verdict = worstOf(counts);
    if (spokenOf.has(requirement) || verdict === undefined) return [];
    const title = requirementById(requirement)?.[verdict === 'Fail' || verdict === 'Warn' ? 'failureTitle' : 'title'];
    const said = title === undefined ? requirement : inEnglish(title);
    const message = verdict === 'Unknown' || verdict === 'NotApplicable' ? `${verdict}: ${said}` : said;
    const properties = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
    return [{ ...resultOn(requirement, verdict), message: oneLine(message, longestMessage), properties }];
  });
}

type Counts = Omit<ClusterReportStatus['requirements'][number], 'requirement'>;

function worstOf({ fail, unknown, warn, pass, notApplicable }: Counts): Verdict | undefined {
  if (fail > 0) return 'Fail';
  if (unknown > 0) return 'Unknown';
  if (warn > 0) return 'Warn';
  if (pass > 0) return 'Pass';
  return notApplicable > 0 ? 'NotApplicable' : undefined;
}
