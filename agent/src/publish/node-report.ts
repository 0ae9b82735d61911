import type {
  AnsweredFlowTest,
  ClusterProfile,
  Finding,
  HostFacts,
  NodeReport,
  NodeReportStatus,
  ReportedPredictions,
} from '@calico-readiness/requirements';
import {
  apiGroup,
  apiVersion,
  catalogueVersion,
  compactLineOf,
  nodeVerdict,
  summarize,
  toReportedFacts,
} from '@calico-readiness/requirements';
import type { CarriedOn } from './carried-on';
import { carriedOn } from './carried-on';
import { reportConditions } from './report-conditions';
import { reportedFinding, worstOf } from './reported-finding';
import { reportedProfile } from './reported-profile';
import { withinBudget } from './within-budget';
import { withinLimits } from './within-limits';

/** The label that carries a node's verdict, so that lists can be filtered by the API server. */
export const verdictLabel = `${apiGroup}/verdict`;

export interface NodeReportInput {
  readonly facts: HostFacts;
  readonly findings: readonly Finding[];
  /** What the guides' changes would make of findings, by the ids of their requirements. */
  readonly predictions?: ReportedPredictions;
  readonly profile: ClusterProfile;
  /** Name of the Node object, or of a host without one; it becomes the report's name. */
  readonly nodeName: string;
  /** uid of the Node object; without it the report has no owner and outlives the Node. */
  readonly nodeUID?: string;
  /** proc/sys/kernel/random/boot_id. */
  readonly bootID?: string;
  readonly agentVersion: string;
  /** When the agent's process began, and when it looked: RFC 3339, UTC. What is no agent has no beginning. */
  readonly agentStartedAt?: string;
  readonly observedAt: string;
  readonly reportIntervalSeconds: number;
  /** What became of the peers that somebody asked this node's agent to test. */
  readonly flowTest?: AnsweredFlowTest;
  /** What the API holds, for what must be carried on: since when each finding and each condition stands. */
  readonly previous?: NodeReport;
}

/** A report that says something; only one that was just created in the API does not. */
export type FilledNodeReport = NodeReport & { readonly status: NodeReportStatus };

/** The NodeReport of one observation. Pure; whatever the host's texts hold, the custom resource's schema accepts the result. */
export function buildNodeReport(input: NodeReportInput): FilledNodeReport {
  const { nodeName, nodeUID, findings } = input;
  const verdict = nodeVerdict(findings);
  return {
    apiVersion: `${apiGroup}/${apiVersion}`,
    kind: 'NodeReport',
    metadata: {
      name: nodeName,
      labels: { [verdictLabel]: verdict },
      ...(nodeUID !== undefined && {
        ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: nodeName, uid: nodeUID }],
      }),
    },
    // The line counts within the budget, and says what is left then.
    status: withCompactLine(withinBudget(withCompactLine(withinLimits(statusOf(input), [])))),
  };
}

function statusOf(input: NodeReportInput): NodeReportStatus {
  const { facts, findings, profile, nodeUID, bootID, agentVersion, observedAt, reportIntervalSeconds } = input;
  const previous = previousStatus(input);
  const worst = worstOf(findings);
  return {
    ...(nodeUID !== undefined && { nodeUID }),
    ...(bootID !== undefined && { bootID }),
    agentVersion,
    ...(input.agentStartedAt !== undefined && { agentStartedAt: input.agentStartedAt }),
    catalogueVersion,
    calicoVersion: profile.calicoVersion.value,
    observedAt,
    reportIntervalSeconds,
    verdict: nodeVerdict(findings),
    summary: summarize(findings),
    ...(worst !== undefined && { worst }),
    profile: reportedProfile(profile),
    findings: findings
      .filter(({ verdict }) => verdict !== 'NotApplicable')
      .map((finding) => reportedFinding(finding, input, previous)),
    notApplicable: findings.filter(({ verdict }) => verdict === 'NotApplicable').map(({ requirement }) => requirement),
    facts: toReportedFacts(facts),
    ...(input.flowTest !== undefined && { flowTest: input.flowTest }),
    conditions: reportConditions(findings, observedAt, previous?.conditions),
  };
}

/** With the line that lists of nodes are read from, of the status itself: one write brings both, or neither. */
export function withCompactLine(status: NodeReportStatus): NodeReportStatus {
  const compact = compactLineOf(status);
  const lined: NodeReportStatus = { ...status, ...(compact !== undefined && { compact }) };
  // One that no line can carry any more must not keep the line of what it was.
  if (compact === undefined) Reflect.deleteProperty(lined, 'compact');
  return lined;
}

/** A report of another Node object under the same name is another machine's history. */
function previousStatus({ nodeUID, previous }: NodeReportInput): CarriedOn | undefined {
  const status = carriedOn(previous);
  const sameNode = nodeUID === undefined || status?.nodeUID === undefined || status.nodeUID === nodeUID;
  return sameNode ? status : undefined;
}
