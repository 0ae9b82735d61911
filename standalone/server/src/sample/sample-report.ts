import {
  compactLineOf,
  evaluateNode,
  type HostFacts,
  type NodeReport,
  type NodeReportStatus,
} from '@calico-readiness/requirements';
import { buildNodeReport } from '@calico-readiness/agent';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { hostVariants, type HostVariant } from './host-variants';
import { sampleProfile, sampleReportIntervalSeconds } from './sample-policy';

const agentVersion = '0.1.0';

const reportOfVariant = (variant: HostVariant, since: string, previous?: NodeReport): KubernetesObject => {
  const facts: HostFacts = hostVariants[variant];
  const findings = evaluateNode(facts, sampleProfile);
  const reportIntervalSeconds = sampleReportIntervalSeconds;
  return {
    ...buildNodeReport({
      facts,
      findings,
      profile: sampleProfile,
      nodeName: variant,
      agentVersion,
      reportIntervalSeconds,
      observedAt: since,
      ...(previous !== undefined && { previous }),
    }),
  };
};

/** By variant and time: the fleet has thousands of nodes, but few different hosts. */
const reports = new Map<string, KubernetesObject>();

/** The report that an agent on this node would have written, all of whose findings stand since `since`. */
export const sampleReport = (
  node: KubernetesObject,
  variant: HostVariant,
  since: string,
  observedAt: string,
): KubernetesObject => {
  const key = `${variant} ${since}`;
  const report = reports.get(key) ?? reportOfVariant(variant, since);
  reports.set(key, report);
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

/** The report after `previous` that an agent writes now; what is as it was stands since then. */
export const nextReport = (
  node: KubernetesObject,
  variant: HostVariant,
  previous: KubernetesObject,
): KubernetesObject => {
  const now = new Date().toISOString();
  const report = reportOfVariant(variant, now, previous as unknown as NodeReport);
  return { ...previous, status: statusOf(report, node, now) };
};
