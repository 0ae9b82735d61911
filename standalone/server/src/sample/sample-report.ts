import {
  changesForNode,
  compactLineOf,
  distributionFamily,
  evaluateNode,
  fromReportedFacts,
  predictedFindings,
  profileValues,
  type AnsweredFlowTest,
  type ClusterProfile,
  type Finding,
  type HostFacts,
  type NodeReport,
  type NodeReportStatus,
  type ReportedFacts,
  type ReportedPredictions,
  type TestedFacts,
} from '@calico-readiness/requirements';
import { buildNodeReport } from '@calico-readiness/agent';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { hostVariants, type HostVariant } from './host-variants';
import predictedFacts from './predicted-facts.golden.json';
import { sampleProfile, sampleReportIntervalSeconds } from './sample-policy';
import { trafficOf } from './sample-traffic';
import { trafficFacts } from './tested-facts';

const agentVersion = '0.1.0';

/** What the agent predicts of such a host (agent/test/predictions/sample-predictions.ts), as facts, judged under the profile. */
const predicted = predictedFacts as Partial<Record<string, Readonly<Record<string, unknown>>>>;

const predictionsOf = (
  variant: HostVariant,
  facts: HostFacts,
  findings: readonly Finding[],
  profile: ClusterProfile,
): ReportedPredictions => {
  const { operatingSystem } = facts;
  if (operatingSystem.status === 'unavailable') return new Map();
  const node = { name: variant, facts, profile: profileValues(profile) };
  return new Map(
    changesForNode(node, findings, distributionFamily(operatingSystem.value)).flatMap(({ guide }) => {
      const then = predicted[variant]?.[guide];
      if (then === undefined) return [];
      return predictedFindings(guide, findings, evaluateNode(fromReportedFacts(then as ReportedFacts), profile));
    }),
  );
};

const reportOfVariant = (
  variant: HostVariant,
  since: string,
  profile = sampleProfile,
  previous?: NodeReport,
  tested?: TestedFacts,
  flowTest?: AnsweredFlowTest,
): KubernetesObject => {
  const facts: HostFacts = { ...hostVariants[variant], ...tested };
  const findings = evaluateNode(facts, profile);
  const reportIntervalSeconds = sampleReportIntervalSeconds;
  return {
    ...buildNodeReport({
      facts,
      findings,
      predictions: predictionsOf(variant, facts, findings, profile),
      profile,
      nodeName: variant,
      agentVersion,
      reportIntervalSeconds,
      observedAt: since,
      ...(flowTest !== undefined && { flowTest }),
      ...(previous !== undefined && { previous }),
    }),
  };
};

/** By traffic, variant and time: the fleet has thousands of nodes, but few different hosts. */
const reports = new Map<TestedFacts | undefined, Map<string, KubernetesObject>>();

/** The report that an agent on this node would have written, all of whose findings stand since `since`. */
export const sampleReport = (
  node: KubernetesObject,
  variant: HostVariant,
  since: string,
  observedAt: string,
  tested?: TestedFacts,
): KubernetesObject => {
  const key = `${variant} ${since}`;
  const known = reports.get(tested) ?? new Map<string, KubernetesObject>();
  reports.set(tested, known);
  const report = known.get(key) ?? reportOfVariant(variant, since, sampleProfile, undefined, tested);
  known.set(key, report);
  const { name, uid = '' } = node.metadata;
  return {
    ...report,
    metadata: { ...report.metadata, name, ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name, uid }] },
    status: statusOf(report, node, observedAt),
  };
};

/** The status of a report as that of a node at a time, with its line. */
const statusOf = (report: KubernetesObject, { metadata: { uid = '' } }: KubernetesObject, observedAt: string) => {
  const status = { ...(report['status'] as NodeReportStatus), nodeUID: uid, observedAt };
  return { ...status, compact: compactLineOf(status) };
};

/** The report after `previous` that an agent writes now under a profile; what is as it was stands since then. */
export const nextReport = (
  node: KubernetesObject,
  variant: HostVariant,
  previous: KubernetesObject,
  profile: ClusterProfile,
  { flowTests, flowTest } = trafficOf(previous),
): KubernetesObject => {
  const now = new Date().toISOString();
  const before = previous as unknown as NodeReport;
  const tested = trafficFacts(flowTests, before.status?.facts.apiAccess);
  const report = reportOfVariant(variant, now, profile, before, tested, flowTest);
  return { ...previous, status: statusOf(report, node, now) };
};
